/* Search without a server: the index is read from scripts, each one call of lisanaynSearch with a literal.
   Words, terms, stems and cores are those of lisanayn/search/; tests/corpus/search_keys.tsv holds both to one table. */
(() => {
  /* --- letters: lisanayn/text/folding.py --- */
  const IGNORED = new RegExp(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u064b-\u065f"
    + "\u0670\u06d6-\u06dd\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0898-\u089f\u08ca-\u08ff"
    + "\u00ad\u034f\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    + "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+", "gu");
  const HIJRI = /(?<![\u0620-\u064a\u066e-\u06d3])ه\u0640(?![\u0620-\u064a\u066e-\u06d3])/gu;
  const PLAIN = new Map(Object.entries({
    أ: "ا", إ: "ا", آ: "ا", ة: "ه", ى: "ي", ئ: "ي", ؤ: "و", ی: "ي", ک: "ك",
    ٱ: "ا", ٲ: "ا", ٳ: "ا", ې: "ي", ے: "ي", ۓ: "ي", ٸ: "ي", ڪ: "ك", ں: "ن",
    ۀ: "ه", ہ: "ه", ۂ: "ه", ۃ: "ه", ھ: "ه", ە: "ه",
    "’": "'", "‘": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "\u05f3": "'",
    ø: "o", ł: "l", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss", ς: "σ",
  }));
  for (let n = 0; n < 10; n++) {
    PLAIN.set(String.fromCharCode(0x660 + n), String(n));
    PLAIN.set(String.fromCharCode(0x6f0 + n), String(n));
  }
  const plain = text => {
    let made = "";
    for (const letter of text) made += PLAIN.get(letter) ?? letter;
    return made;
  };
  const fold = text => {
    text = text.toLowerCase().replace(IGNORED, "");
    if (text.includes("\u0640")) text = text.replace(HIJRI, "\ue000").replaceAll("\u0640", "");
    text = plain(plain(text).normalize("NFD").replace(IGNORED, ""));
    return text.replaceAll("\ue000", "ه\u0640").split(/\s+/u).filter(Boolean).join(" ");
  };

  /* --- terms: lisanayn/search/terms.py --- */
  const UNSEEN = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    + "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff";
  const LETTERS = `[\\p{L}\\p{N}${UNSEEN}]+`;
  /* in Hebrew short forms a quotation mark stands inside the word */
  const GERSHAYIM = /(?<=[\u05d0-\u05ea])["\u05f4”](?=[\u05d0-\u05ea])/gu;
  const WORD = new RegExp(`\\p{Nd}+(?:[.,٫٬،]\\p{Nd}+)+|${LETTERS}(?:(?:['’‘\`\u05f3]|${GERSHAYIM.source})${LETTERS})*`, "gu");
  const HIDDEN = new RegExp(`[${UNSEEN}]+`, "gu");
  const NUMBER = /^\p{Nd}+(?:[.,٫٬،]\p{Nd}+)+$/u;
  const KEPT = { ة: "ة", ۃ: "ة", أ: "أ", إ: "أ", آ: "أ", ؤ: "ؤ", ئ: "ئ" };
  const halfFolded = word => {
    word = word.replace(GERSHAYIM, "");
    const folded = fold(word).replaceAll("\u0640", "").replaceAll("`", "'");
    if (/^[\0-\x7f]*$/.test(folded)) return folded;
    const bare = [...word.normalize("NFC").replace(HIDDEN, "")], made = [...folded];
    if (bare.length !== made.length) return folded;
    for (const match of bare.join("").matchAll(/[ةۃ]$|(?<!^)[أإؤئ]|[أإآ](?=ل)/gu)) made[match.index] = KEPT[match[0]];
    return made.join("");
  };
  const numbers = text => {
    if (/^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(text)) return [text.replaceAll(",", "")];
    if (/^[0-9]+[.,][0-9]+$/.test(text)) return [text.replace(",", ".")];
    return text.split(/[.,]/).filter(Boolean);
  };
  const SHAPES = /[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+/u;
  const known = new Map();
  const wordTerms = word => {
    let found = known.get(word);
    if (found) return found;
    if (NUMBER.test(word)) found = numbers(fold(word.replaceAll("٫", ".").replace(/[٬،]/g, ",")));
    else {
      if (SHAPES.test(word)) {
        found = termsOf(word.replace(new RegExp(SHAPES, "gu"), shapes => shapes.normalize("NFKC")));
        known.set(word, found);
        return found;
      }
      const half = halfFolded(word);
      const pieces = /[0-9]/.test(half) ? half.match(/[a-z']*[a-z][0-9]+|[0-9]+|[^0-9]+/gu) : [half];
      found = pieces.map(piece => piece.replace(/^['` ]+|['` ]+$/g, "")).filter(Boolean);
    }
    known.set(word, found);
    return found;
  };
  const termsOf = text => (text.match(WORD) || []).flatMap(wordTerms);
  const LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff";
  const COMPOUND = new RegExp(`(?<![\\p{L}\\p{N}])(?:[${LATIN}][${LATIN}0-9]*(?:[-\u2010\u2011][${LATIN}0-9]+)+`
    + "|\\p{L}(?:\\.\\p{L})+|\\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\\p{Nd}{3})+)(?![\\p{L}\\p{N}])", "gu");
  const JOINTS = /[-\u2010\u2011. \u00a0\u2009\u202f]+/g;
  /* The terms under which a compound is found as well: ceasefire, un, 1000. */
  const joinedOf = text => (text.match(COMPOUND) || []).flatMap(one => wordTerms(one.replace(JOINTS, "")));
  const SEATED = /.[أؤئ]/u;
  const SPELLED = { ة: "ه", أ: "ا", ؤ: "و", ئ: "ي", ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
  const spelled = term => term.replace(/[ةأؤئךםןףץ]/g, letter => SPELLED[letter]);
  /* The spellings a term is found by: wholly folded, and where it has a hamza inside, with no seat under it. */
  const spellings = term => {
    const folded = spelled(term);
    if (!SEATED.test(term)) return [folded];
    const bare = folded[0] + term.slice(1).replace(/[ةأؤئ]/g, letter => (letter === "ة" ? "ه" : "ء"));
    const made = [folded, bare];
    if (term.endsWith("ئ")) made.push(bare.slice(0, -1).replace(/ي$/, "") + "يء");
    if (bare.includes("ماءه")) made.push(bare.replaceAll("ماءه", "مءه"));
    return made;
  };

  /* --- stems: lisanayn/search/stems.py --- */
  const VOWEL = /[aeiouy]/, SHORT = /^[^aeiou]*[aeiouy][^aeiouwxy]$/, DOUBLE = /([b-df-hj-np-rtv-y])\1$/;
  const singular = word => {
    if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
    if (word.endsWith("ies")) return word.length > 4 ? word.slice(0, -3) + "y" : word.slice(0, -1);
    if (/(?:ss|us|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2);
    if (word.endsWith("oes") && word.length > 5) return word.slice(0, -2);
    return word.slice(0, -1);
  };
  const past = word => {
    for (const suffix of ["ed", "ing"]) {
      if (!word.endsWith(suffix)) continue;
      if (word.endsWith("ied")) return word.length > 4 ? word.slice(0, -3) + "y" : word.slice(0, -1);
      const rest = word.slice(0, -suffix.length);
      if (suffix === "ing" && rest.length > 2 && /[eoy]e$/.test(rest)) return rest;
      if ((rest.length < 3 && !(rest.length === 2 && suffix === "ed")) || !VOWEL.test(rest) || rest.endsWith("e")) return word;
      if (DOUBLE.test(rest) && rest.length > 3) return rest.length === 4 && rest.endsWith("ll") ? rest : rest.slice(0, -1);
      if (rest.length > 5 && rest.endsWith("ick")) return rest.slice(0, -1);
      return /(?:at|bl|iz|is)$/.test(rest) || SHORT.test(rest) ? rest + "e" : rest;
    }
    return word;
  };
  const ending = word => {
    if (word.length > 3 && word.endsWith("y") && !"aeiou".includes(word.at(-2))) word = word.slice(0, -1) + "i";
    else if (word.length > 4 && word.endsWith("ie")) word = word.slice(0, -1);
    if (word.length > 3 && word.endsWith("e") && !SHORT.test(word.slice(0, -1))) word = word.slice(0, -1);
    if (word.length > 4 && DOUBLE.test(word)) word = word.slice(0, -1);
    word = word.replace(/(?<=[a-z]{2})our(?=$|ful|less|abl|it|hood|ist)/g, "or");
    if (word.length > 4 && word.endsWith("tr")) word = word.slice(0, -1) + "er";
    else if (word.length > 4 && /(?:is|lys)$/.test(word)) word = word.slice(0, -1) + "z";
    return word.replaceAll("isation", "ization");
  };

  /* --- cores: lisanayn/search/keys.py. A way is {core, taken, articled, contracted}; taken are the words that a single
         letter was taken from, and the way is wrong where one of them is whole. --- */
  class Latin {
    constructor(table) {
      this.letters = new RegExp(`^[${table.letters}]`, "u");
      const pairs = table.irregular.split(" ");
      this.irregular = new Map();
      for (let at = 0; at < pairs.length; at += 2) this.irregular.set(pairs[at], [...this.irregular.get(pairs[at]) ?? [], pairs[at + 1]]);
      this.fixed = new Set(table.fixed.split(" "));
      this.elided = new Set(table.elided.split(" "));
    }
    /* One stem, unless the word is a form of two. */
    stems(word) {
      let bases = this.irregular.get(word);
      if (!bases && word.length > 3 && !this.fixed.has(word)) bases = this.irregular.get(word = singular(word));
      return (bases ?? [word]).map(base => (base.length < 4 || this.fixed.has(base) ? base : ending(past(base))));
    }
    cores(term) {
      term = spelled(term);
      const at = term.lastIndexOf("'");
      const made = (core, cost) => ({ core, cost, taken: [], rival: "" });
      const stemmed = (word, cost) => this.stems(word).map(core => made(core, cost));
      if (at < 0) return stemmed(term, 2);
      const left = term.slice(0, at), right = term.slice(at + 1);
      if (right === "s") return stemmed(left.replaceAll("'", ""), 1);
      const all = stemmed(term.replaceAll("'", ""), 1);
      if (this.elided.has(left) && right.length > 2) all.push(...stemmed(right, 1));
      return all;
    }
    wholes() { return []; }
  }
  class Script {
    constructor(table) {
      Object.assign(this, table);
      this.letters = new RegExp(`^[${table.letters}]`, "u");
      const whole = table.whole.split(" ");
      this.whole = new Set(whole.map(spelled));
      this.seated = new Set(whole);
      this.short = new Set(table.short.split(" ").filter(Boolean));
      this.only_before = new Map(table.only_before);
      this.endless = new Set(whole.filter(word => !word.endsWith("ة")).map(spelled));
      this.written_as = new Map(table.written_as);
    }
    cores(term) {
      const made = [], exact = spelled(term);
      const ways = this.strips(this.written_as.get(exact) ?? term);
      const bare = Math.min(...ways.filter(way => way.articled).map(way => way.core.length), Infinity);
      for (const way of ways) {
        const cost = spelled(way.core) === exact ? 0 : 1;
        const halves = bare === Infinity || way.core.length <= bare ? this.withoutEndings(way.core) : [[way.core, 0, ""]];
        for (const [half, further, rival] of halves) {
          for (const core of spellings(half)) made.push({ core, cost: Math.max(cost, further), taken: way.taken, rival });
        }
      }
      return made;
    }
    strips(term) {
      const ways = [{ core: term, taken: [] }], found = [ways[0]];
      const [contracted, article] = this.contraction;
      for (const stage of this.stages) {
        for (const way of [...ways]) {
          if (this.isWhole(way.core)) continue;
          for (const clitic of stage) {
            const made = this.stripped(way, clitic);
            if (made) {
              ways.push(made);
              found.push(made);
            }
          }
          if (contracted && stage.at(-1) !== this.article && way.core.startsWith(contracted)) {
            ways.push({ core: article + way.core.slice(contracted.length), taken: way.taken, contracted: true });
          }
        }
      }
      return found;
    }
    stripped(way, clitic) {
      if (!way.core.startsWith(clitic)) return null;
      const isArticle = clitic === this.article, core = way.core.slice(clitic.length);
      const least = isArticle ? this.least_after_article : this.least;
      if ([...core].length < least && (isArticle || !this.short.has(spelled(core)))) return null;
      if (!(this.only_before.get(clitic) ?? core[0]).includes(core[0])) return null;
      return {
        core, taken: isArticle ? way.taken : [...way.taken, spelled(way.core)], articled: isArticle && !way.contracted,
        withArticle: isArticle,
      };
    }
    /* A hamza that is written tells: فأسد is not فاسد. */
    isWhole(word) {
      return this.withoutEndings(word).some(([core]) => this.seated.has(core) || (!SEATED.test(core) && this.whole.has(spelled(core))));
    }
    /* The word without endings, each form with its cost and its rival: what the word is more likely a form of, where the
       site has it. مكتبات is a form of مكتبة, and of مكتب only where there is no مكتبة. */
    withoutEndings(word, rival = "") {
      const made = [[word, 0, rival]];
      if (word.endsWith("ة") || this.endless.has(spelled(word))) return made;
      const longer = [];
      for (const ending of this.endings) {
        const [text, least, , , short] = ending;
        const rest = word.slice(0, -text.length);
        if (!word.endsWith(text) || longer.some(one => one.endsWith(text))) continue;
        if (rest.length < least && !(short && this.short.has(spelled(rest)))) continue;
        longer.push(text);
        for (const form of this.endlessForms(rest, ending)) {
          const other = form === rest && ending[2].length > 1 && ending[2][0] === this.bridge[1] ? rest + ending[2][0] : rival;
          for (const [core, cost, than] of this.withoutEndings(form, other)) made.push([core, Math.max(cost, ending[3]), than]);
        }
      }
      return made;
    }
    endlessForms(rest, [, , instead, cost, short]) {
      const [last, before] = this.bridge, least = short ? Math.min(this.least, rest.length) : this.least;
      const forms = new Set(instead.map(one => rest + one).filter(form => form.length >= least));
      if (last && cost > 1 && rest.endsWith(last)) forms.add(rest.slice(0, -last.length) + before);
      return [...forms].map(form => (before && form !== rest && form.endsWith(before) ? form.slice(0, -1) + "ة" : form));
    }
    /* The words that a term shows to be whole, because the article stands before them. */
    wholes(term) {
      return this.strips(term).filter(way => way.withArticle).flatMap(way => this.withoutEndings(way.core).map(([core]) => spelled(core)));
    }
  }
  const TAIL = 3;
  const homeOf = core => (/^[\0-\x7f]*$/.test(core) ? core : [...core].slice(-TAIL).join(""));
  const shardOf = (home, shards) => {
    let value = 2166136261;
    for (const letter of home) value = Math.imul(value ^ letter.codePointAt(0), 16777619) >>> 0;
    return ((value ^ (value >>> 15)) >>> 0) % shards;
  };

  /* --- the index --- */
  class Index {
    constructor(root) {
      this.root = root;
      this.pending = new Map();
      window.lisanaynSearch = (name, value) => this.pending.get(name)?.done(value);
    }
    /* One file of the index, loaded once. */
    load(name) {
      if (!this.pending.has(name)) {
        const entry = {};
        entry.value = new Promise((done, failed) => {
          const script = document.createElement("script");
          entry.done = done;
          script.src = `${this.root}search/${name}.js`;
          script.addEventListener("load", () => { script.remove(); failed(new Error(name)); });
          script.addEventListener("error", () => { script.remove(); failed(new Error(name)); });
          document.head.append(script);
        });
        entry.value.catch(() => this.pending.delete(name));
        this.pending.set(name, entry);
      }
      return this.pending.get(name).value;
    }
    async open() {
      if (this.scripts) return;
      const top = await this.load("index");
      this.shards = top.shards;
      this.directions = top.directions;
      this.scripts = [...top.joined.map(one => new Script(one)), ...top.stemmed.map(one => new Latin(one))];
      [this.numberSigns, this.itemSigns, this.beyond] = top.signs;
      this.rank = new Map();
      for (let at = 0; at < top.order.length; at += 3) this.rank.set(top.order.slice(at, at + 3), at / 3);
      const letters = this.numberSigns.replace(/[\]\\^-]/g, "\\$&");
      this.entry = new RegExp(`([${letters}]{2})?([${letters}])([^${letters}]+)`, "g");
      this.items = new Map([...this.itemSigns].map((sign, at) => [sign, at]));
    }
    script(term) { return this.scripts.find(one => one.letters.test(term)); }
    cores(term) { return this.script(term)?.cores(term) ?? [{ core: spelled(term), cost: 0, taken: [], rival: "" }]; }
    homes(term) { return [...new Set(this.cores(term).map(one => homeOf(one.core)))].sort(); }
    async shard(number) {
      const text = await this.load(`w/${number}`);
      return text ? text.split("\n").map(line => { const at = line.indexOf(" "); return [line.slice(0, at), line.slice(at + 1)]; }) : [];
    }
    number(code) {
      return [...code].reduce((value, sign) => value * this.numberSigns.length + this.numberSigns.indexOf(sign), 0);
    }
    /* The items of an entry. */
    read(codes) {
      const made = [];
      for (let at = 0; at < codes.length; at++) {
        if (codes[at] !== this.beyond) made.push(this.items.get(codes[at]));
        else made.push(this.itemSigns.length * (1 + this.items.get(codes[++at])) + this.items.get(codes[++at]));
      }
      return made;
    }

    /* The terms of the site that one word of a question finds, in any of its ways: term → cost, and their entries. */
    async find(ways) {
      const [first, ...others] = await Promise.all(ways.split("|").map(term => this.findOne(term)));
      for (const { costs, lines } of others) {
        for (const [term, cost] of costs) first.costs.set(term, Math.min(cost, first.costs.get(term) ?? 9));
        for (const [term, entries] of lines) first.lines.set(term, entries);
      }
      return first;
    }
    async findOne(term) {
      const numbers = [...new Set(this.homes(term).map(home => shardOf(home, this.shards)))];
      const lines = new Map((await Promise.all(numbers.map(number => this.shard(number)))).flat());
      const wholes = new Set();
      const script = this.script(term);
      if (script) for (const other of lines.keys()) if (script.letters.test(other)) for (const one of script.wholes(other)) wholes.add(one);
      const rivals = await this.rivals(term, [...lines.keys()]);
      const allowed = cores => cores.filter(one => !rivals.has(one.rival) && !one.taken.some(word => wholes.has(word)));
      const wanted = new Map();
      for (const { core, cost } of allowed(this.cores(term))) wanted.set(core, Math.min(wanted.get(core) ?? 9, cost));
      const costs = new Map();
      for (const other of lines.keys()) {
        let best = spelled(other) === spelled(term) ? 0 : 9;
        if (best) {
          for (const { core, cost } of allowed(this.cores(other))) {
            if (wanted.has(core)) best = Math.min(best, Math.max(1, cost, wanted.get(core)));
          }
        }
        if (best < 9) costs.set(other, best);
      }
      return { costs, lines };
    }

    /* Which rivals the site has, of those that stand between a term and the terms of its shards. */
    async rivals(term, others) {
      const own = new Set(this.cores(term).map(one => one.core));
      const asked = new Set([term, ...others].flatMap(one => this.cores(one)).filter(one => one.rival && own.has(one.core)).map(one => one.rival));
      const found = new Set();
      for (const rival of asked) {
        const half = rival.slice(0, -1) + "ة";
        const shard = await this.shard(shardOf(homeOf(spelled(rival)), this.shards));
        if (shard.some(([other]) => other.endsWith("ة") && this.cores(other).some(one => one.core === spelled(half)))) found.add(rival);
      }
      return found;
    }

    /* One word of a question, as stories: story's code → item → cost. */
    async stories(found) {
      const made = new Map();
      for (const [term, cost] of found.costs) {
        let shared = "";
        for (const [, first, last, codes] of found.lines.get(term).matchAll(this.entry)) {
          shared = first ?? shared;
          const code = shared + last;
          if (!this.rank.has(code)) continue;
          let items = made.get(code);
          if (!items) made.set(code, items = new Map());
          for (const item of this.read(codes)) items.set(item, Math.min(items.get(item) ?? 9, cost));
        }
      }
      return made;
    }
  }

  /* --- a question --- */
  const QUOTED = /[«"“”„]([^«»"“”„]+)[»"“”„]/gu;
  /* Units of one term, or for a phrase of several that follow each other. A piece of a compound may also be found as the
     whole of it: "cease|ceasefire", "fire|ceasefire". */
  const unitsOf = text => {
    text = text.normalize("NFC").replace(GERSHAYIM, "\u05f4");
    const phrases = [...text.matchAll(QUOTED)].map(match => termsOf(match[1])).filter(terms => terms.length);
    const rest = text.replace(QUOTED, " "), compounds = rest.match(COMPOUND) || [];
    const pieces = compounds.flatMap(one => termsOf(one).map(term => [[term, ...joinedOf(one)].join("|")]));
    return [...phrases, ...pieces, ...termsOf(rest.replace(COMPOUND, " ")).map(term => [term])];
  };

  /* Whether the words of a phrase stand in one item of a story, as far as the index tells: it names the first items only. */
  const NAMED = 2;
  const mayFollow = (maps, code) => {
    const items = maps.map(map => map.get(code));
    return items.some(one => one.size >= NAMED) || [...items[0].keys()].some(item => items.every(one => one.has(item)));
  };

  class Question {
    constructor(index, units) {
      this.index = index;
      this.units = units;
    }
    /* Ranks the stories that hold every word. */
    async run() {
      const { index } = this;
      const terms = [...new Set(this.units.flat())];
      const found = new Map(await Promise.all(terms.map(async term => [term, await index.find(term)])));
      this.costs = new Map(terms.map(term => [term, found.get(term).costs]));
      const maps = new Map(await Promise.all(terms.map(async term => [term, await index.stories(found.get(term))])));
      const [rarest, ...others] = [...maps.values()].sort((a, b) => a.size - b.size);
      this.stories = [];
      const phrases = this.units.filter(unit => unit.length > 1).map(unit => unit.map(term => maps.get(term)));
      for (const code of rarest.keys()) {
        if (!others.every(map => map.has(code)) || !phrases.every(phrase => mayFollow(phrase, code))) continue;
        const items = new Map();
        let cost = 0;
        for (const map of maps.values()) {
          const here = map.get(code);
          cost += Math.min(...here.values());
          for (const [item, one] of here) {
            const sum = items.get(item) ?? [0, 0];
            items.set(item, [sum[0] + 1, sum[1] + one]);
          }
        }
        const most = Math.max(...[...items.values()].map(([count]) => count));
        const best = [...items].filter(([, [count]]) => count === most);
        this.stories.push({
          code, most, cost, sentences: best.length,
          head: best.some(([item]) => item < 3) ? 0 : 1, rank: index.rank.get(code),
        });
      }
      this.stories.sort((a, b) => b.most - a.most || a.cost - b.cost || a.head - b.head || a.rank - b.rank);
      this.at = 0;
      this.rest = [];
      this.several = this.units.some(unit => unit.length > 1);
      this.count = this.stories.reduce((sum, story) => sum + story.sentences, 0);
      return this;
    }
    get done() { return this.at >= this.stories.length && !this.rest.length; }
    /* The next results, at least `least` of them if there are so many: a few of each story, and the others at the end. */
    async more(least) {
      const made = [], last = this.at + MOST_READ;
      while (made.length < least && this.at < Math.min(last, this.stories.length)) {
        const batch = this.stories.slice(this.at, this.at += BATCH);
        const documents = await Promise.all(batch.map(async ({ code }) => {
          try { return await this.index.load(`s/${this.index.number(code)}`); } catch { return null; }
        }));
        for (const document of documents) {
          const results = document ? this.results(document) : [];
          made.push(...results.slice(0, A_STORY));
          this.rest.push(...results.slice(A_STORY));
        }
      }
      if (this.at >= this.stories.length) made.push(...this.rest.splice(0, Math.max(0, least - made.length)));
      return made;
    }
    /* The sentences of one story, those with most of the words first. */
    results(document) {
      const hits = [];
      document.i.forEach((item, at) => {
        const hit = this.weigh(item);
        if (hit.count && !(at === 2 && hits.length && !this.several)) hits.push({ ...hit, item, at, document });
      });
      const all = new Set(hits.flatMap(hit => hit.units));
      if (all.size < this.units.length) return [];
      const most = Math.max(...hits.map(hit => hit.count));
      const best = this.once(hits.filter(hit => hit.count === most), document);
      best.sort((a, b) => a.cost - b.cost || a.at - b.at);
      return best;
    }
    /* A sentence that stands beside several translations is shown once: beside the one in the language of the page, unless
       it was found in another. */
    once(hits, document) {
      if (document.l.length < 3) return hits;
      const lang = window.document.documentElement.lang, found = new Map();
      const worse = hit => hit.cost * 2 + (document.l[hit.item[1]] === lang ? 0 : 1);
      for (const hit of hits) {
        const key = `${hit.item[0]}\n${hit.item[2]}`, other = found.get(key);
        if (!other || worse(hit) < worse(other)) found.set(key, hit);
      }
      return [...found.values()];
    }
    weigh([, , ...texts]) {
      const terms = texts.map(termsOf), joined = texts.map(joinedOf);
      const units = [];
      let cost = 0;
      this.units.forEach((unit, at) => {
        const found = unit.length > 1 ? terms : [...terms, ...joined];
        const one = Math.min(...found.map(words => this.unitCost(unit, words)));
        if (one === Infinity) return;
        units.push(at);
        cost += one;
      });
      return { count: units.length, cost, units };
    }
    /* What it costs to find a unit among the words of a text; Infinity where it is not there. A phrase is the words
       themselves, with clitics at most. */
    unitCost(unit, words) {
      let best = Infinity;
      for (let start = 0; start + unit.length <= words.length; start++) {
        let cost = 0;
        for (let at = 0; at < unit.length && cost < Infinity; at++) {
          const one = this.costs.get(unit[at]).get(words[start + at]) ?? Infinity;
          cost = unit.length > 1 && one > 1 ? Infinity : cost + one;
        }
        best = Math.min(best, cost);
      }
      return best;
    }
    /* The parts of a text that answer the question: [start, end] of whole words. */
    marks(text) {
      const words = [...text.matchAll(WORD)].flatMap(match =>
        wordTerms(match[0]).map(term => ({ term, start: match.index, end: match.index + match[0].length })));
      const lit = new Set();
      for (const unit of this.units) {
        for (let start = 0; start + unit.length <= words.length; start++) {
          const fits = unit.every((term, at) => (this.costs.get(term).get(words[start + at].term) ?? 9) < (unit.length > 1 ? 2 : 9));
          if (fits) for (let at = 0; at < unit.length; at++) lit.add(words[start + at]);
        }
      }
      for (const match of text.matchAll(COMPOUND)) {
        const start = match.index, end = start + match[0].length;
        const fits = unit => unit.length === 1 && joinedOf(match[0]).some(term => (this.costs.get(unit[0]).get(term) ?? 9) < 9);
        if (this.units.some(fits)) for (const word of words) if (word.start >= start && word.end <= end) lit.add(word);
      }
      return words.filter(word => lit.has(word));
    }
  }
  const BATCH = 2, A_STORY = 3, A_PAGE = 6, MOST_READ = 12;

  /* --- what is shown --- */
  const element = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== "") made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const drawn = paths => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [key, value] of Object.entries({ class: "i", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" })) svg.setAttribute(key, value);
    for (const d of paths) {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  };
  const NOT_PRINTED = /[\u0610-\u061a\u064c-\u0650\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+/g;
  const ARTICLE_SHADDA = /(?<![\u0621-\u064a\u064b-\u0652])((?:[وف]?[بك]?ال|[وف]?لل)[تثدذرزسشصضطظلن]?)\u0651/g;
  const shown = text => (document.documentElement.dataset.marks === "off"
    ? text.replace(NOT_PRINTED, "").replace(ARTICLE_SHADDA, "$1") : text);
  const ACROSS = { rtl: /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*(?:[ '’.-]+[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*)*/gu, ltr: /[\u0590-\u08ff]+(?:[ \u200c-]+[\u0590-\u08ff]+)*/gu };

  class Finder {
    constructor({ root, texts, digits }) {
      this.texts = texts;
      this.digits = digits;
      this.root = root;
      this.index = new Index(root);
      this.lang = document.documentElement.lang;
      this.asked = 0;
      this.build();
    }
    build() {
      const { texts } = this;
      this.input = element("input", {
        type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto", enterkeyhint: "search",
        placeholder: texts.label, "aria-label": texts.label, "aria-controls": "hits", "aria-describedby": "find-status", id: "q",
      });
      this.status = element("p", { class: "find-status", id: "find-status", role: "status" }, texts.hint);
      this.list = element("ol", { class: "hits", id: "hits", "aria-label": texts.results });
      this.again = element("button", { type: "button", class: "btn more" }, texts.more);
      this.again.hidden = true;
      this.shut = element("button", { type: "button", class: "icon-btn", "aria-label": texts.close }, drawn(["M4.5 4.5l11 11M15.5 4.5l-11 11"]));
      this.bar = element("form", { class: "find-bar", role: "search" }, drawn(["M13.75 8.5a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z", "m12.5 12.5 4.25 4.25"]), this.input, this.shut);
      const key = (keys, text) => element("span", {}, ...keys.flatMap(one => [element("kbd", {}, one), " "]), text);
      this.keys = element("p", { class: "find-keys", "aria-hidden": "true" }, key(["↑", "↓"], texts.choose), key(["↵"], texts.open), key(["Esc"], texts.close));
      this.scroll = element("div", { class: "find-scroll" }, this.list, this.again);
      this.parts = [this.bar, this.status, this.scroll];
      this.bar.addEventListener("submit", event => { event.preventDefault(); this.openFirst(); });
      this.input.addEventListener("input", () => this.later());
      this.again.addEventListener("click", () => this.showMore(true));
      this.shut.addEventListener("click", () => this.close());
    }
    open() {
      if (!this.box) {
        this.box = element("dialog", { class: "find", "aria-label": this.texts.title }, ...this.parts, this.keys);
        this.listen();
        this.box.addEventListener("click", event => { if (event.target === this.box) this.close(); });
        this.list.addEventListener("click", event => { if (event.target.closest("a") && !(event.ctrlKey || event.metaKey || event.shiftKey)) this.box.close(); });
        document.body.append(this.box);
      }
      if (!this.box.open) this.box.showModal();
      this.focus();
      this.index.open().catch(() => this.fail());
    }
    close() {
      this.box.close();
      /* where nothing had the focus before, it would stay in here for a moment */
      if (this.box.contains(document.activeElement)) document.activeElement.blur();
    }
    focus() {
      this.input.focus();
      this.input.select();
    }
    /* The search page: the same in its main part, with the question in the address. */
    settle(place) {
      this.box = element("div", { class: "find inline" }, ...this.parts);
      this.inline = true;
      this.shut.remove();
      this.listen();
      place.replaceChildren(this.box);
      this.input.value = new URLSearchParams(location.search).get("q") ?? "";
      if (this.input.value) this.run();
      if (!matchMedia("(hover: none)").matches) this.input.focus({ preventScroll: true });
    }
    listen() {
      this.box.addEventListener("keydown", event => this.onKey(event));
    }
    get links() { return [...this.list.querySelectorAll("a")]; }
    onKey(event) {
      const { key, target } = event;
      if (event.isComposing) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        const from = this.links.indexOf(target), by = key === "ArrowDown" ? 1 : -1;
        if (from < 0 && by < 0) return;
        this.go(from < 0 ? 0 : from + by);
      } else if (key === "Tab" && !this.inline) {
        /* from the last stop to the first and back, never through the page behind */
        const stops = [this.input, this.shut, ...this.links, ...(this.again.hidden ? [] : [this.again])];
        const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
        if (target !== from) return;
        event.preventDefault();
        to.focus();
      } else if (key === "Escape") {
        /* in a search field the browser would only empty the field */
        if (this.inline && target === this.input) return;
        event.preventDefault();
        if (this.inline) this.input.focus();
        else this.close();
      } else if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !this.inline) {
        event.preventDefault();
        this.close();
      } else if (target !== this.input && !event.ctrlKey && !event.metaKey && !event.altKey
        && (key === "Backspace" || (key.length === 1 && !(key === " " && target.closest("button"))))) {
        this.input.focus();
      }
    }
    async go(at) {
      if (at < 0) {
        this.input.focus();
        return;
      }
      if (at >= this.links.length && !this.again.hidden) await this.showMore(false);
      const link = this.links[Math.min(at, this.links.length - 1)];
      if (!link) return;
      link.focus();
      link.scrollIntoView({ block: "nearest" });
    }
    async openFirst() {
      clearTimeout(this.timer);
      if (this.timer || this.running) await this.run();
      this.links[0]?.click();
    }
    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), 60);
    }
    fail() { this.status.textContent = this.texts.failed; }
    async run() {
      this.timer = 0;
      const asked = ++this.asked, text = this.input.value.trim();
      this.running = true;
      try {
        await this.index.open();
        const units = unitsOf(text);
        const worth = units.flat().some(term => [...term].length > 1 || /[0-9]/.test(term));
        const question = worth ? await new Question(this.index, units).run() : null;
        const results = question ? await question.more(A_PAGE) : [];
        /* the words of a phrase may stand apart in every story looked at so far */
        for (let round = 0; question && !results.length && !question.done && round < 5 && asked === this.asked; round++) {
          results.push(...await question.more(A_PAGE));
        }
        if (asked !== this.asked) return;
        this.question = question;
        this.results = results;
        this.list.replaceChildren(...results.map((one, at) => this.item(one, at === 0)));
        this.again.hidden = !question || question.done;
        this.scroll.scrollTop = 0;
        this.tell(text, worth);
        if (this.inline) this.address(text);
      } catch {
        if (asked === this.asked) this.fail();
      } finally {
        if (asked === this.asked) this.running = false;
      }
    }
    address(text) {
      const url = new URL(location);
      if (text) url.searchParams.set("q", text);
      else url.searchParams.delete("q");
      try { history.replaceState(null, "", url); } catch { /* a browser that keeps the address of a file as it is */ }
    }
    tell(text, worth) {
      const { texts, question, results } = this;
      if (!worth) this.status.textContent = texts.hint;
      else if (results.length) {
        const count = question.done || question.several ? results.length : Math.max(question.count, results.length);
        this.status.textContent = texts.count.replace("{n}", this.number(count, this.lang));
      } else {
        const [before, after] = texts.none.split("{q}");
        this.status.replaceChildren(element("strong", {}, before, element("bdi", {}, text), after ?? ""), " ", texts.advice);
      }
    }
    number(value, lang) {
      return new Intl.NumberFormat(lang, { numberingSystem: this.digits[lang] ?? "latn", useGrouping: true }).format(value);
    }
    async showMore(focus) {
      if (!this.question || this.loading) return;
      this.loading = true;
      const question = this.question, from = this.links.length;
      try {
        const results = await question.more(A_PAGE);
        if (question !== this.question) return;
        this.results.push(...results);
        this.list.append(...results.map(one => this.item(one, false)));
        this.again.hidden = question.done;
        this.tell(this.input.value.trim(), true);
        if (focus) this.go(from);
      } finally {
        this.loading = false;
      }
    }
    /* One result: where it stands, and the sentence with its counterpart. */
    item({ document: story, item, at }, first) {
      const [anchor, second, own, other] = item;
      const pages = story.l.map((lang, n) => [lang, story.p[n]]).filter(([, path]) => path);
      const [, path] = pages.find(([lang]) => lang === this.lang) ?? pages[0];
      const href = this.root + path.split("/").map(encodeURIComponent).join("/") + (anchor ? "#" + encodeURIComponent(anchor) : "");
      const titles = story.i.find(([, n]) => n === second) ?? story.i[0];
      const number = /^s\d/.test(anchor) ? anchor.slice(1) : "";
      const langs = [story.l[0], story.l[second]];
      const body = at === 0 ? story.i[1].slice(2) : [own, other];
      const columns = this.columns(langs);
      const row = (name, texts, extra) => {
        const made = element("span", { class: name });
        for (const side of columns) {
          const lang = langs[side], text = texts[side];
          if (!lang || !text) continue;
          made.append(element("span", { class: this.side(columns, side), lang, dir: this.index.directions[lang] },
            ...this.painted(text, lang), ...extra(lang)), " ");
        }
        return made;
      };
      const dot = () => [" ", element("span", { class: "dot" }, "·"), " "];
      const numbered = lang => (number ? [...dot(), /^\d+$/.test(number) ? this.number(Number(number), lang) : number] : []);
      const link = element("a", { href }, row("hit-t", titles.slice(2), numbered));
      if (body.some(Boolean)) link.append(row("hit-b", body, () => []));
      return element("li", { class: first ? "hit on" : "hit" }, link);
    }
    /* The two languages, the one on the right first: right-to-left stands right, the original where both are alike. */
    columns(langs) {
      const rtl = langs.map(lang => this.index.directions[lang] === "rtl");
      return rtl[1] && !rtl[0] ? [1, 0] : [0, 1];
    }
    side(columns, side) { return columns[0] === side ? "right" : "left"; }
    painted(text, lang) {
      text = shown(text);
      const marks = this.question?.marks(text) ?? [];
      const lit = (start, end) => {
        const made = [];
        let from = start;
        for (const mark of marks) {
          if (mark.end <= from || mark.start >= end) continue;
          made.push(text.slice(from, Math.max(from, mark.start)), element("mark", {}, text.slice(Math.max(from, mark.start), Math.min(end, mark.end))));
          from = Math.min(end, mark.end);
        }
        made.push(text.slice(from, end));
        return made.filter(Boolean);
      };
      const made = [], dir = this.index.directions[lang] === "rtl" ? "ltr" : "rtl";
      let from = 0;
      for (const match of text.matchAll(ACROSS[this.index.directions[lang]] ?? /$^/g)) {
        made.push(...lit(from, match.index), element("bdi", { dir }, ...lit(match.index, match.index + match[0].length)));
        from = match.index + match[0].length;
      }
      return [...made, ...lit(from, text.length)];
    }
  }

  let finder;
  window.lisanaynFinder = options => finder ||= new Finder(options);
  /* what the tests ask */
  window.lisanaynFinder.twin = { fold, termsOf, joinedOf, unitsOf, Index, Question, shardOf };
})();
