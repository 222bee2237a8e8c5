//! The Merkle tree of RFC 6962, with SM3: a leaf is hashed behind a 0, a node
//! behind a 1, so that one cannot be passed off as the other.

use crate::hash::{Hash, sm3};

/// The root of the tree over leaves that come one by one; only one hash for
/// each height is held.
#[derive(Default)]
pub(super) struct Tree {
    /// Whole subtrees, largest first: height and root.
    whole: Vec<(u32, Hash)>,
    leaves: u64,
}

impl Tree {
    /// Adds the next leaf.
    pub fn add(&mut self, leaf: &Hash) {
        let mut grown = (0, hash_leaf(leaf));
        while let Some((_, left)) = self.whole.pop_if(|(height, _)| *height == grown.0) {
            grown = (grown.0 + 1, hash_node(&left, &grown.1));
        }
        self.whole.push(grown);
        self.leaves += 1;
    }

    /// How many leaves it has.
    pub fn leaves(&self) -> u64 {
        self.leaves
    }

    /// The root; of no leaves, the hash of nothing.
    pub fn root(&self) -> Hash {
        let roots = self.whole.iter().rev().map(|(_, root)| *root);
        roots.reduce(|right, left| hash_node(&left, &right)).unwrap_or_else(|| sm3(&[]))
    }
}

/// The hashes beside the way from a leaf to the root, from below.
pub(super) fn path(leaves: &[Hash], at: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
    let (mut path, beside) = if at < left.len() {
        (self::path(left, at), right)
    } else {
        (self::path(right, at - left.len()), left)
    };
    let mut tree = Tree::default();
    beside.iter().for_each(|leaf| tree.add(leaf));
    path.push(tree.root());
    path
}

/// The root to which a path leads from a leaf of a tree of so many leaves;
/// none when there is no such way.
pub(super) fn climb(leaf: &Hash, at: u64, leaves: u64, path: &[Hash]) -> Option<Hash> {
    let mut at = at;
    let mut last = leaves.checked_sub(1)?;
    if at > last {
        return None;
    }
    let mut hash = hash_leaf(leaf);
    for beside in path {
        if last == 0 {
            return None;
        }
        if !at.is_multiple_of(2) || at == last {
            hash = hash_node(beside, &hash);
            // At the right edge the levels without a neighbour are passed.
            while at.is_multiple_of(2) && at != 0 {
                at /= 2;
                last /= 2;
            }
        } else {
            hash = hash_node(&hash, beside);
        }
        at /= 2;
        last /= 2;
    }
    (last == 0).then_some(hash)
}

fn hash_leaf(leaf: &Hash) -> Hash {
    sm3(&[&[0], leaf])
}

fn hash_node(left: &Hash, right: &Hash) -> Hash {
    sm3(&[&[1], left, right])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leaf_of_every_tree_proves_itself() {
        for count in 1..40_u8 {
            let leaves: Vec<Hash> = (0..count).map(|at| [at; 32]).collect();
            let mut tree = Tree::default();
            leaves.iter().for_each(|leaf| tree.add(leaf));
            for (at, leaf) in leaves.iter().enumerate() {
                let path = path(&leaves, at);
                let climbed = |leaf, at| climb(leaf, at, u64::from(count), &path);
                assert_eq!(climbed(leaf, at as u64), Some(tree.root()), "leaf {at} of {count}");
                assert_ne!(climbed(&[99; 32], at as u64), Some(tree.root()));
                if count > 1 {
                    let other = (at as u64 + 1) % u64::from(count);
                    assert_ne!(climbed(leaf, other), Some(tree.root()), "leaf {at} as {other} of {count}");
                }
            }
        }
    }
}
