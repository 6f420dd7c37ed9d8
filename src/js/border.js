// The JavaScript half of the border: makes objects of the numbers that `tape.rs` writes, which says what they mean.
// The packer puts this text into the glue.

// Words, the tree of shapes, the lengths of the texts in the table, those texts behind each other, and the paste.
export function build(words, shapes, lengths, texts, paste) {
  const fixed = [null, false, true];
  const table = [];
  let from = 0;
  for (const length of lengths) table.push(texts.slice(from, (from += length)));

  // The keys of each shape, and an object to copy: its copies share their layout from the beginning.
  const known = [];
  const keysOf = (shape) => (shape ? [...keysOf(shapes[2 * shape]), table[shapes[2 * shape + 1]]] : []);
  const know = (shape) => {
    const keys = keysOf(shape);
    return (known[shape] = { keys, empty: Object.fromEntries(keys.map((key) => [key, null])) });
  };

  let at = 0;
  const value = (word) => {
    const much = word >>> 3;
    switch (word & 7) {
      case 0: return fixed[much];
      case 1: return much;
      case 2: return words[at++] * 2 ** 32 + words[at++];
      case 3: return table[much];
      case 4: return paste.slice(words[at], words[at++] + much);
      case 5: {
        const { keys, empty } = known[much] ?? know(much);
        const made = { ...empty };
        for (const key of keys) {
          const word = words[at++];
          if (word !== 0) made[key] = value(word);
        }
        return made;
      }
      default: {
        const list = [];
        for (let index = 0; index < much; index += 1) list.push(value(words[at++]));
        return list;
      }
    }
  };
  return value(words[at++]);
}
