/* What the index shows, as the address says it: ?find=map&status=draft&status=in-review&let-go=yes&sort=-updated&view=cards
   A facet's key comes once for each value. What other scripts keep in the address stays there. */

/** Names are equal whatever their case and blanks. */
const foldName = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();

function readAddress(search, facets) {
  const given = new URLSearchParams(search);
  const values = (name) => given.getAll(name).filter((value) => foldName(value));
  const sort = given.get("sort") || "";
  return {
    words: given.get("find") || "",
    chosen: new Map(facets.map((name) => [name, new Map(values(name).map((value) => [foldName(value), value]))])),
    letGo: given.get("let-go") === "yes",
    sort: sort.replace(/^-/, ""),
    descending: sort.startsWith("-"),
    cards: given.get("view") === "cards",
  };
}

function writeAddress(search, state) {
  const given = new URLSearchParams(search);
  for (const name of ["find", "let-go", "sort", "view", ...state.chosen.keys()]) given.delete(name);
  if (state.words.trim()) given.set("find", state.words.trim());
  state.chosen.forEach((values, name) => values.forEach((value) => given.append(name, value)));
  if (state.letGo) given.set("let-go", "yes");
  if (state.sort) given.set("sort", (state.descending ? "-" : "") + state.sort);
  if (state.cards) given.set("view", "cards");
  return String(given) && `?${given}`;
}
