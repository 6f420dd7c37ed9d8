//! Sorting by a number, equal ones in the order that they had. The standard sort is compiled anew for each type, 3 KB of
//! WebAssembly each time; this one sorts numbers alone.

/// Sorts by `key`; a list that is in order already, which is the usual case, costs one look.
pub(crate) fn by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u32) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut places: Vec<u64> = (0u64..)
        .zip(items.iter())
        .map(|(at, item)| u64::from(key(item)) << 32 | at)
        .collect();
    places.sort_unstable();
    let mut rest: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let ordered = places.into_iter().filter_map(|place| {
        let at = place & u64::from(u32::MAX);
        rest.get_mut(at as usize)?.take()
    });
    items.extend(ordered);
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_ones_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        super::by(&mut items, |(key, _)| *key);
        assert_eq!(items, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
