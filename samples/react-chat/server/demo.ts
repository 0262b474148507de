/** Users with their messages in each room, so that a new emulator is not empty. */
export const demo: readonly { readonly name: string; readonly says: readonly string[][] }[] = [
  {
    name: "Mira Okafor",
    says: [
      ["Found a dumpling place two streets from the office 🥟"],
      ["New icons are in the shared folder.", "The outline weights match the type now."],
      ["Good morning! Launch checklist is up to date.", "Two items left, both mine."],
    ],
  },
  {
    name: "Jonas Lindqvist",
    says: [
      ["I'm in. Thursday?"],
      ["Looks crisp. Could we try the darker accent on the empty state?"],
      ["Load tests held overnight: 12 ms median, no errors."],
    ],
  },
  {
    name: "Aiko Tanaka",
    says: [
      ["Thursday works!"],
      ["Darker accent is in the second frame, have a look 👀"],
      ["Press kit goes out at 10. Fingers crossed 🚀"],
    ],
  },
];
