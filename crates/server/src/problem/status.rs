//! Which problem becomes which status. What the status tells the caller to
//! do: 400 mend the call; 401 log in; 403 ask somebody who may; 404 there is
//! nothing for you; 409 the order stands elsewhere, look again; 412 look what
//! changed, then decide anew; 422 mend what you say; 429 and 503 try later.

use axum::http::StatusCode;
use domain::Refusal;
use domain::directory::DraftRefusal;

use super::Problem;

/// The status of a problem.
pub(super) fn of(problem: &Problem) -> StatusCode {
    use Problem::*;
    match problem {
        Refused(refusal) => of_refusal(refusal),
        NotDrafted(DraftRefusal::DraftNeedsAnother) => StatusCode::FORBIDDEN,
        NotDrafted(_) => StatusCode::CONFLICT,
        NotLoggedIn | WrongLogIn | CodeNeeded => StatusCode::UNAUTHORIZED,
        SecondFactorNeeded | PasswordToBeChanged | NotForYou { .. } | NotForOutsourced | ForeignSite => {
            StatusCode::FORBIDDEN
        }
        LockedOut { .. } | TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        NotThere { .. } => StatusCode::NOT_FOUND,
        NoSuchMethod { .. } => StatusCode::METHOD_NOT_ALLOWED,
        BadBody { .. } | BadQuery { .. } | BadHeader { .. } => StatusCode::BAD_REQUEST,
        WrongMediaType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        TooSlow => StatusCode::REQUEST_TIMEOUT,
        BadValue { .. } | UnfitFile { .. } | UnfitSheet { .. } | NotAttached { .. } | KeyReused => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        VersionNeeded => StatusCode::PRECONDITION_REQUIRED,
        Changed { .. } => StatusCode::PRECONDITION_FAILED,
        Taken { .. } | StillUsed { .. } => StatusCode::CONFLICT,
        NoRoom => StatusCode::INSUFFICIENT_STORAGE,
        Unavailable | UnknownOutcome => StatusCode::SERVICE_UNAVAILABLE,
        Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn of_refusal(refusal: &Refusal) -> StatusCode {
    use Refusal::*;
    match refusal {
        NotYourRole { .. }
        | NotYourUnit { .. }
        | SamePerson
        | Recused
        | NoPart
        | NotCalled
        | NotAParty { .. }
        | PartyMayNotRule { .. } => StatusCode::FORBIDDEN,
        TextMissing { .. }
        | TextTooLong { .. }
        | Missing { .. }
        | Unfit { .. }
        | UnknownUnit { .. }
        | UnknownPart { .. }
        | UnknownAppeal { .. }
        | RouteDoesNotFit { .. }
        | EvidenceMissing
        | EvidenceDemanded { .. }
        | BasisMissing
        | FaultsDoNotFit
        | AnswersDoNotFit
        | MilestonesDoNotFit { .. }
        | TooLong { .. }
        | MayNotBeCalled { .. }
        | OwnUnit { .. }
        | TooManyCalled { .. }
        | MeetingDoesNotFit { .. }
        | UnknownWhistle { .. }
        | NoSuchBasis { .. }
        | NoSuchSeat { .. }
        | SameOrder => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}

/// After how many seconds it is worth trying again.
pub(super) fn retry_after(problem: &Problem) -> Option<u64> {
    match problem {
        Problem::TooMany { seconds } => Some(*seconds),
        Problem::Unavailable | Problem::UnknownOutcome => Some(2),
        Problem::NoRoom => Some(60),
        _ => None,
    }
}
