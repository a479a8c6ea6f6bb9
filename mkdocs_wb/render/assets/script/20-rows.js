/* The index as its table says it: columns, groups and rows, and what each row can be found by. */

/** Letters are equal whatever their width, case and accents; marks that nobody sees are none. */
const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .normalize("NFC").toLowerCase().replace(/ß/g, "ss");

function readIndex(table) {
  const columns = [...table.tHead.rows[0].cells].map((cell, place) => ({
    place, cell,
    label: cell.textContent.trim(),
    name: cell.dataset.wbName,
    sort: cell.dataset.wbSort, // what it is sorted by: text or number
    facet: cell.dataset.wbFacet, // where a value of it stands, if it is a facet
    labels: new Map(JSON.parse(cell.dataset.wbLabels || "[]")), // what its values are called, in their order
  }));
  const facets = columns.filter((column) => column.facet);
  facets.forEach((facet) => { facet.values = new Map(); facet.written = new Map(); });
  const groups = [...table.tBodies].map((body) => {
    const [head, ...elements] = body.rows;
    const group = { body, head, closed: "wbClosed" in body.dataset };
    group.rows = elements.map((element) => readRow(element, group, facets));
    return group;
  });
  return { columns, facets, groups, rows: groups.flatMap((group) => group.rows), orders: new Map() };
}

function readRow(element, group, facets) {
  const row = { element, group, values: new Map(), keys: new Map() };
  const texts = [fold(element.cells[0].textContent), fold(element.dataset.wbId)];
  for (const facet of facets) {
    const values = new Set();
    for (const part of element.cells[facet.place].children) {
      const value = readValue(part, facet);
      values.add(value);
      if (facet.facet === "wbValue" && !facet.cell.hidden) texts.push(value.folded);
    }
    row.values.set(facet.name, values);
  }
  row.text = texts.join("\n");
  return row;
}

/** A value of a facet, the same for every way to write it. */
function readValue(part, facet) {
  const text = part.textContent.trim();
  const written = part.dataset[facet.facet] ?? text;
  if (!facet.written.has(written)) {
    const key = foldName(written);
    const label = facet.labels.get(key) || text;
    if (!facet.values.has(key)) facet.values.set(key, { key, written, label, folded: fold(label), count: 0 });
    facet.written.set(written, facet.values.get(key));
  }
  return facet.written.get(written);
}

/** The values of a facet: in the order of the labels where it has any, years from the latest, else the most frequent first. */
function sortValues(facet) {
  const order = [...facet.labels.keys()];
  const rank = (value) => (facet.name === "year" ? -value.key : order.length ? order.indexOf(value.key) : -value.count);
  return [...facet.values.values()].sort((a, b) => rank(a) - rank(b) || compareTexts(a.folded, b.folded));
}

const compareTexts = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What a row is sorted by; null where its cell is empty. Numbers in a text count as numbers. */
function findKey(row, column) {
  if (!row.keys.has(column.name)) {
    const cell = row.element.cells[column.place];
    const text = cell.dataset.wbValue ?? cell.textContent.trim();
    const key = column.sort === "number" ? Number(text) : fold(text).replace(/\d+/g, (digits) => digits.padStart(9, "0"));
    row.keys.set(column.name, text === "" ? null : key);
  }
  return row.keys.get(column.name);
}

/** The rows that a state asks for, in its order; how many are let go; and in each facet's values, how many have each. */
function findRows(index, state) {
  const words = fold(state.words).split(/\s+/).filter(Boolean);
  const asked = index.facets.filter((facet) => state.chosen.get(facet.name).size);
  const has = (row, { name }) => {
    const chosen = state.chosen.get(name);
    for (const value of row.values.get(name)) if (chosen.has(value.key)) return true;
    return false;
  };
  const status = index.facets.find((facet) => facet.name === "status");
  const found = { rows: [], closed: 0 };
  for (const facet of index.facets) for (const value of facet.values.values()) value.count = 0;
  for (const row of orderRows(index, state)) {
    if (!words.every((word) => row.text.includes(word))) continue;
    const missed = asked.filter((facet) => !has(row, facet));
    if (missed.length > 1) continue;
    const admitted = !row.group.closed || state.letGo || has(row, status);
    // A value counts what would be found if it were chosen: whatever else is chosen in its own facet.
    for (const facet of missed.length ? missed : index.facets) {
      if (admitted || facet === status) for (const value of row.values.get(facet.name)) value.count += 1;
    }
    if (missed.length) continue;
    if (row.group.closed) found.closed += 1;
    if (admitted) found.rows.push(row);
  }
  return found;
}

/** All rows as a column sorts them, what is empty at the end either way; as they stand where it is no such column. */
function orderRows(index, { sort, descending }) {
  const column = index.columns.find((one) => one.sort && one.name === sort);
  if (!column) return index.rows;
  const name = `${descending} ${sort}`;
  if (!index.orders.has(name)) {
    const sign = descending ? -1 : 1;
    const keyed = index.rows.map((row) => ({ row, key: findKey(row, column) }));
    keyed.sort(({ key: a }, { key: b }) => (a === null || b === null ? (a === null) - (b === null) : sign * compareTexts(a, b)));
    index.orders.set(name, keyed.map(({ row }) => row));
  }
  return index.orders.get(name);
}

/** Sort by every column ahead of the first click, a column at a time, when there is nothing else to do. */
function prepareOrders(index) {
  const idle = window.requestIdleCallback || setTimeout;
  const wanted = index.columns.filter((column) => column.sort).flatMap(({ name }) => [{ sort: name, descending: false }, { sort: name, descending: true }]);
  const next = () => {
    orderRows(index, wanted.shift());
    if (wanted.length) idle(next);
  };
  idle(next);
}
