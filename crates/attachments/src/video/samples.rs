//! Where the samples of a track lie in the file: chunks of samples, by the
//! tables of ISO/IEC 14496-12, 8.7.

use super::boxes::Span;
use super::inside;
use crate::bytes::{be32, be64};
use crate::unfit::Unfit;

/// Overwrites the samples of tracks.
pub(super) struct Wiper<'a> {
    out: &'a mut [u8],
    /// The boxes of samples, one behind the other.
    data: Vec<Span>,
    /// Each sample is in the file once: when there are more bytes of them
    /// than the file has, they overlap, and would keep us busy for long.
    left: usize,
}

impl<'a> Wiper<'a> {
    pub(super) fn new(data: Vec<Span>, out: &'a mut [u8]) -> Self {
        Wiper { left: out.len(), data, out }
    }

    /// Overwrites the samples of a track.
    ///
    /// # Errors
    /// When it has no tables, or they speak of what cannot be.
    pub(super) fn wipe(&mut self, bytes: &[u8], track: Span) -> Result<(), Unfit> {
        let Some(tables) = Tables::of(bytes, track) else {
            return Err(Unfit::damaged("the index of a track cannot be read"));
        };
        let mut sample = 0;
        let mut run = 0;
        for chunk in 0..tables.chunks() {
            // Runs of chunks with as many samples each; chunks count from one.
            while tables.run_begins(run + 1).is_some_and(|first| first as usize <= chunk + 1) {
                run += 1;
            }
            let samples = tables.samples_a_chunk(run);
            let size = tables.size(sample, samples);
            sample = sample.saturating_add(samples);
            self.fill(tables.chunk(chunk), size)?;
        }
        Ok(())
    }

    fn fill(&mut self, from: usize, size: usize) -> Result<(), Unfit> {
        self.left =
            self.left.checked_sub(size).ok_or_else(|| Unfit::damaged("the samples of its tracks overlap"))?;
        let box_at = self.data.partition_point(|data| data.end <= from);
        let to = from.saturating_add(size);
        match self.data.get(box_at) {
            _ if size == 0 => {}
            Some(data) if data.body <= from && to <= data.end => self.out[from..to].fill(0),
            _ => return Err(Unfit::damaged("the samples of a track are not in the file")),
        }
        Ok(())
    }
}

/// The bodies of the tables.
struct Tables<'a> {
    /// Where each chunk begins, in so many bytes.
    chunks: &'a [u8],
    wide: bool,
    /// How many samples the chunks have, in runs.
    runs: &'a [u8],
    sizes: &'a [u8],
}

impl<'a> Tables<'a> {
    fn of(bytes: &'a [u8], track: Span) -> Option<Self> {
        let media = inside(bytes, track, b"mdia").next()?;
        let information = inside(bytes, media, b"minf").next()?;
        let table = inside(bytes, information, b"stbl").next()?;
        let body = |kind| inside(bytes, table, kind).next().map(|span| &bytes[span.body..span.end]);
        let (chunks, wide) =
            body(b"stco").map(|body| (body, false)).or(body(b"co64").map(|body| (body, true)))?;
        Some(Tables { chunks, wide, runs: body(b"stsc")?, sizes: body(b"stsz")? })
    }

    /// How many chunks there are, at most those that the table has room for.
    fn chunks(&self) -> usize {
        let room = self.chunks.len().saturating_sub(8) / if self.wide { 8 } else { 4 };
        room.min(be32(self.chunks, 4).unwrap_or(0) as usize)
    }

    fn chunk(&self, chunk: usize) -> usize {
        let at = if self.wide {
            be64(self.chunks, 8 + chunk * 8)
        } else {
            be32(self.chunks, 8 + chunk * 4).map(u64::from)
        };
        at.and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX)
    }

    fn run_begins(&self, run: usize) -> Option<u32> {
        be32(self.runs, 8 + run * 12)
    }

    fn samples_a_chunk(&self, run: usize) -> usize {
        be32(self.runs, 8 + run * 12 + 4).unwrap_or(0) as usize
    }

    /// The bytes that so many samples take from one on: all have one size, or
    /// each its own.
    fn size(&self, first: usize, samples: usize) -> usize {
        match be32(self.sizes, 4) {
            Some(0) | None => {
                let sizes = self.sizes.get(12..).unwrap_or_default().chunks_exact(4);
                let sizes = sizes.skip(first).take(samples);
                sizes.fold(0, |sum, size| sum.saturating_add(be32(size, 0).unwrap_or(0) as usize))
            }
            Some(one) => samples.saturating_mul(one as usize),
        }
    }
}
