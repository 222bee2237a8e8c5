-- The journal: every act on every order. Nothing is ever changed or deleted.
CREATE TABLE journal (
    pos      {serial},
    order_id {int} NOT NULL,
    seq      {int} NOT NULL,              -- from 1, without a gap
    at       {int} NOT NULL,              -- milliseconds since 1970, UTC
    act      {text} NOT NULL,
    actor    {text} NOT NULL,               -- log-in, or ''
    body     {text} NOT NULL,               -- the entry, JSON
    hash     {blob} NOT NULL,             -- SM3 over the hash before and this row
    UNIQUE (order_id, seq)
);

-- Where each order stands: computed from the journal.
CREATE TABLE orders (
    id            {int} NOT NULL PRIMARY KEY,
    number        {text} NOT NULL UNIQUE,
    version       {int} NOT NULL,         -- entries in the journal
    head          {blob} NOT NULL,        -- hash of the last of them
    stage         {text} NOT NULL,
    outcome       {text} NOT NULL,          -- '' while open
    kind          {text} NOT NULL,
    matter        {text} NOT NULL,
    place         {text} NOT NULL,
    level         {int} NOT NULL,         -- 1 (critical) to 7
    unit          {text} NOT NULL,          -- of the lead; '' when there is none
    channel       {text} NOT NULL,
    title         {text} NOT NULL,          -- hash of the first appeal's title
    registered_at {int} NOT NULL,
    changed_at    {int} NOT NULL,
    due_at        {int} NOT NULL,         -- the greatest number: never
    next_at       {int},                  -- when time itself acts on it
    closed_at     {int},
    returns       {int} NOT NULL,
    disputes      {int} NOT NULL,
    disputed      {int} NOT NULL,         -- 1 while one is open
    round         {int} NOT NULL,
    late          {int} NOT NULL,         -- clocks that are or were late
    red           {int} NOT NULL,         -- and red
    appeals       {int} NOT NULL,
    excluded      {int} NOT NULL          -- 1: left out of the scores
);
CREATE INDEX orders_next ON orders (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX orders_due ON orders (due_at, id) WHERE closed_at IS NULL;
CREATE INDEX orders_unit_due ON orders (unit, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX orders_stage_due ON orders (stage, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX orders_level_due ON orders (level, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX orders_open ON orders (registered_at, id) WHERE closed_at IS NULL;
CREATE INDEX orders_registered ON orders (registered_at, id);
CREATE INDEX orders_closed ON orders (registered_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX orders_stage ON orders (stage, registered_at, id);
CREATE INDEX orders_unit ON orders (unit, registered_at, id);
CREATE INDEX orders_matter ON orders (matter, registered_at, id);
CREATE INDEX orders_place ON orders (place, registered_at, id);

-- The clocks and parts of each order: computed from the journal.
CREATE TABLE clocks (
    order_id   {int} NOT NULL,
    part       {int} NOT NULL,            -- 0: of the whole order
    kind       {text} NOT NULL,
    started_at {int} NOT NULL,
    due_at     {int},
    late       {int} NOT NULL,
    paused_at  {int},
    stopped_at {int},
    PRIMARY KEY (order_id, part, kind)
){packed};

CREATE TABLE parts (
    order_id      {int} NOT NULL,
    part          {int} NOT NULL,
    unit          {text} NOT NULL,          -- that answers for it
    holder        {text} NOT NULL,          -- that has it now
    duty          {text} NOT NULL,
    state         {text} NOT NULL,
    dispatched_at {int} NOT NULL,
    signed_at     {int},
    PRIMARY KEY (order_id, part)
){packed};
CREATE INDEX parts_holder ON parts (holder, state, order_id);

-- Free texts, which the journal refers to by hash. Erased: no salt, no body.
CREATE TABLE texts (
    order_id  {int} NOT NULL,
    hash      {text} NOT NULL,              -- SM3 over salt and body, hexadecimal
    kind      {text} NOT NULL,              -- where it is searched; '' nowhere
    salt      {blob},
    body      {text},
    erased_at {int},
    PRIMARY KEY (order_id, hash)
){packed};

-- Who the citizens are, encrypted. Erased: nothing but the number is left.
CREATE TABLE citizens (
    id         {int} NOT NULL PRIMARY KEY,
    kind       {text} NOT NULL,
    sealed     {blob},                    -- nonce and SM4-GCM
    key_id     {text} NOT NULL,
    phone_hash {text},                      -- HMAC-SM3 under the index key
    created_at {int} NOT NULL,
    erased_at  {int}
);
CREATE INDEX citizens_phone ON citizens (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX citizens_key ON citizens (key_id, id);

-- What is still to be done because of an act: notices, exports, calls.
CREATE TABLE jobs (
    id         {serial},
    kind       {text} NOT NULL,
    order_id   {int} NOT NULL,
    seq        {int} NOT NULL,
    target     {text} NOT NULL,             -- '' or to whom, when an act has several of a kind
    run_at     {int} NOT NULL,            -- not before; while claimed, when the claim lapses
    payload    {text} NOT NULL,
    attempts   {int} NOT NULL,
    last_error {text},
    done_at    {int},
    UNIQUE (order_id, seq, kind, target)
);
CREATE INDEX jobs_run ON jobs (run_at) WHERE done_at IS NULL;

-- Closed stretches of the journal, each under one Merkle root.
CREATE TABLE seals (
    no        {int} NOT NULL PRIMARY KEY,
    from_pos  {int} NOT NULL,
    to_pos    {int} NOT NULL,
    sealed_at {int} NOT NULL,
    count     {int} NOT NULL,
    prev_root {blob} NOT NULL,
    root      {blob} NOT NULL
);

-- What was imported from where, and what the source knew of its later life.
CREATE TABLE imports (
    source   {text} NOT NULL,
    key      {text} NOT NULL,
    order_id {int} NOT NULL,
    recorded {text} NOT NULL,
    PRIMARY KEY (source, key)
){packed};
CREATE INDEX imports_order ON imports (order_id);

-- The city.
CREATE TABLE people (
    login         {text} NOT NULL PRIMARY KEY,
    name          {text} NOT NULL,
    role          {text} NOT NULL,
    unit          {text} NOT NULL,
    outsourced    {int} NOT NULL,
    password_hash {text} NOT NULL,
    active        {int} NOT NULL
);
CREATE TABLE units (
    code   {text} NOT NULL PRIMARY KEY,
    name   {text} NOT NULL,
    kind   {text} NOT NULL,
    parent {text} NOT NULL,
    place  {text} NOT NULL
);
CREATE TABLE matters (
    code   {text} NOT NULL PRIMARY KEY,
    name   {text} NOT NULL,
    parent {text} NOT NULL,
    level  {int} NOT NULL
);
CREATE TABLE places (
    code   {text} NOT NULL PRIMARY KEY,
    name   {text} NOT NULL,
    parent {text} NOT NULL,
    level  {int} NOT NULL,
    lat_e6 {int},                         -- millionths of a degree, WGS 84
    lon_e6 {int}
);
CREATE TABLE documents (
    kind          {text} NOT NULL,
    name          {text} NOT NULL,
    version       {int} NOT NULL,
    body          {text} NOT NULL,
    in_force_from {int} NOT NULL,
    PRIMARY KEY (kind, name, version)
);

-- Numbers given out.
CREATE TABLE counters (
    name {text} NOT NULL PRIMARY KEY,
    next {int} NOT NULL
);
