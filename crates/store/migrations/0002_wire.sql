-- Whose orders these are, and who has to do with them: computed from the
-- journal.
CREATE TABLE appeals (
    order_id    {int} NOT NULL,
    position    {int} NOT NULL,           -- in the order, from 0
    citizen_id  {int},                    -- none, or erased
    channel     {text} NOT NULL,
    received_at {int} NOT NULL,
    PRIMARY KEY (order_id, position)
){packed};
CREATE INDEX appeals_citizen ON appeals (citizen_id, order_id) WHERE citizen_id IS NOT NULL;

CREATE TABLE involved (
    order_id {int} NOT NULL,
    unit     {text} NOT NULL,             -- that has a part in it, handed one down, or has a copy
    open     {int} NOT NULL,              -- 1 while the order is
    PRIMARY KEY (order_id, unit)
){packed};
CREATE INDEX involved_unit ON involved (unit, open, order_id);

CREATE TABLE accused (
    order_id {int} NOT NULL,
    unit     {text} NOT NULL,             -- of which the appeal complains
    PRIMARY KEY (order_id, unit)
){packed};

-- From which order number on these are still to be filled, when the database
-- is older than they are.
INSERT INTO meta (name, value)
SELECT 'fill_from', '-9223372036854775808' WHERE EXISTS (SELECT 1 FROM orders);

-- What a member of staff needs to log in, beside the row in `people`.
CREATE TABLE accounts (
    login               {text} NOT NULL PRIMARY KEY,
    email               {text} NOT NULL,
    totp                {blob},           -- nonce and SM4-GCM
    totp_key_id         {text} NOT NULL,  -- '' without one
    totp_confirmed      {int} NOT NULL,   -- 1 once a code of it was given
    totp_step           {int} NOT NULL,   -- of the last code that was taken
    password_changed_at {int}
);

-- Attempts that failed, by what was typed as the log-in.
CREATE TABLE login_failures (
    login        {text} NOT NULL PRIMARY KEY,
    failed       {int} NOT NULL,
    since        {int} NOT NULL,
    locked_until {int}
);
CREATE INDEX login_failures_since ON login_failures (since);

CREATE TABLE sessions (
    id         {serial},
    token_hash {text} NOT NULL UNIQUE,    -- SM3 of the token, hexadecimal
    login      {text} NOT NULL,
    opened_at  {int} NOT NULL,
    seen_at    {int} NOT NULL,
    ends_at    {int} NOT NULL,
    ended_at   {int},                     -- when it was ended before its time
    about      {text} NOT NULL,           -- what the browser says of itself
    mark       {text} NOT NULL            -- shown on its screens and exports
);
CREATE INDEX sessions_login ON sessions (login, ends_at);
CREATE INDEX sessions_mark ON sessions (mark);
CREATE INDEX sessions_ends ON sessions (ends_at);

-- Other programs that use the interface with a key.
CREATE TABLE systems (
    name       {text} NOT NULL PRIMARY KEY,
    role       {text} NOT NULL,
    unit       {text} NOT NULL,
    token_hash {text} NOT NULL UNIQUE,
    created_at {int} NOT NULL,
    ended_at   {int}
);

-- Who looked at what. Nothing is ever changed; rows go when their time is up.
CREATE TABLE looks (
    id         {serial},
    at         {int} NOT NULL,
    login      {text} NOT NULL,
    role       {text} NOT NULL,
    unit       {text} NOT NULL,
    session_id {int} NOT NULL,
    order_id   {int} NOT NULL,            -- 0: several, or none
    what       {text} NOT NULL,
    purpose    {text} NOT NULL,
    detail     {text} NOT NULL,
    orders     {text} NOT NULL            -- '' or ',1,2,3,'
);
CREATE INDEX looks_order ON looks (order_id, at);
CREATE INDEX looks_login ON looks (login, at);
CREATE INDEX looks_at ON looks (at);

-- Requests that must not be carried out twice, and how they were answered.
CREATE TABLE requests (
    key         {text} NOT NULL PRIMARY KEY,
    fingerprint {text} NOT NULL,          -- of what was asked
    status      {int} NOT NULL,
    answer      {text} NOT NULL,
    at          {int} NOT NULL
);
CREATE INDEX requests_at ON requests (at);

-- Files that came with an order; their bytes lie elsewhere, encrypted. Erased:
-- without its key the file is lost wherever a copy of it lies.
CREATE TABLE attachments (
    order_id   {int} NOT NULL,
    hash       {text} NOT NULL,           -- SM3 of its bytes, hexadecimal
    kind       {text} NOT NULL,
    media_type {text} NOT NULL,
    bytes      {int} NOT NULL,
    taken_at   {int},
    lat_e6     {int},                     -- millionths of a degree, WGS 84
    lon_e6     {int},
    wrapped    {blob},                    -- the file's key: nonce and SM4-GCM
    key_id     {text} NOT NULL,
    added_at   {int} NOT NULL,
    erased_at  {int},
    PRIMARY KEY (order_id, hash)
){packed};
CREATE INDEX attachments_key ON attachments (key_id);

-- Signatures under what binds. The public keys stand in `meta`.
CREATE TABLE signatures (
    order_id  {int} NOT NULL,
    seq       {int} NOT NULL,             -- the entry whose hash is signed
    key_id    {text} NOT NULL,
    signature {blob} NOT NULL,            -- SM2 with SM3: r and s
    PRIMARY KEY (order_id, seq)
){packed};

-- Behind this position of the journal whatever binds must be signed.
INSERT INTO meta (name, value)
SELECT 'signed_after', CAST(COALESCE(MAX(pos), 0) AS TEXT) FROM journal;

-- Calls, as the switch tells of them.
CREATE TABLE calls (
    id          {serial},
    source      {text} NOT NULL,          -- which switch, or the platform itself
    external    {text} NOT NULL,          -- what the call is called there
    direction   {text} NOT NULL,          -- in, out
    state       {text} NOT NULL,
    phone_hash  {text},                   -- HMAC-SM3 under the index key
    phone       {blob},                   -- nonce and SM4-GCM
    key_id      {text} NOT NULL,
    citizen_id  {int},
    login       {text} NOT NULL,          -- '' before somebody takes it
    order_id    {int},
    reason      {text} NOT NULL,
    started_at  {int} NOT NULL,
    answered_at {int},
    ended_at    {int},
    recording   {text},
    changed_at  {int} NOT NULL,
    UNIQUE (source, external)
);
CREATE INDEX calls_order ON calls (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX calls_citizen ON calls (citizen_id) WHERE citizen_id IS NOT NULL;
CREATE INDEX calls_key ON calls (key_id);
CREATE INDEX calls_changed ON calls (changed_at);

CREATE TABLE call_events (
    pos     {serial},
    call_id {int} NOT NULL,
    event   {text} NOT NULL,
    at      {int} NOT NULL,
    UNIQUE (call_id, event)
);

-- Who is told of what happens, and how far they have been told.
CREATE TABLE hooks (
    name          {text} NOT NULL PRIMARY KEY,
    url           {text} NOT NULL,
    secret        {blob} NOT NULL,        -- nonce and SM4-GCM
    key_id        {text} NOT NULL,
    events        {text} NOT NULL,        -- divided by commas
    active        {int} NOT NULL,
    pos           {int} NOT NULL,         -- of the journal: told up to here
    attempts      {int} NOT NULL,         -- that failed since
    next_at       {int} NOT NULL,
    last_error    {text},
    claimed_until {int} NOT NULL,
    created_at    {int} NOT NULL
);

-- What could not be told.
CREATE TABLE hook_letters (
    id             {serial},
    hook           {text} NOT NULL,
    pos            {int} NOT NULL,
    at             {int} NOT NULL,
    attempts       {int} NOT NULL,
    error          {text} NOT NULL,
    redelivered_at {int}
);
CREATE INDEX hook_letters_hook ON hook_letters (hook, id);
CREATE INDEX hook_letters_at ON hook_letters (at);

CREATE INDEX jobs_done ON jobs (done_at) WHERE done_at IS NOT NULL;
