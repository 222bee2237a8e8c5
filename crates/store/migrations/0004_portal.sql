-- 知识: what is known, for citizens and for those who answer them.
CREATE TABLE articles (
    code       {text} NOT NULL PRIMARY KEY,
    audience   {text} NOT NULL,           -- public, internal, script
    title      {text} NOT NULL,
    questions  {text} NOT NULL,           -- words in which it is asked for, line by line
    body       {text} NOT NULL,
    title_en   {text} NOT NULL,           -- '' while nobody has put it into English
    body_en    {text} NOT NULL,
    matter     {text} NOT NULL,
    unit       {text} NOT NULL,           -- that answers for it
    source     {text} NOT NULL,
    from_at    {int} NOT NULL,
    until_at   {int} NOT NULL,            -- the greatest number: until further notice
    changed_at {int} NOT NULL,
    version    {int} NOT NULL
);
CREATE INDEX articles_matter ON articles (matter, code);

-- The words by which an article is found: computed from it.
CREATE TABLE article_words (
    word    {text} NOT NULL,
    article {text} NOT NULL,
    weight  {int} NOT NULL,               -- more in the title than in the body
    PRIMARY KEY (word, article)
){packed};
CREATE INDEX article_words_article ON article_words (article);

-- Whether readers found it helpful.
CREATE TABLE article_votes (
    article   {text} NOT NULL PRIMARY KEY,
    helpful   {int} NOT NULL,
    unhelpful {int} NOT NULL
);

-- What readers say is wrong with it.
CREATE TABLE article_corrections (
    id         {serial},
    article    {text} NOT NULL,
    text       {text} NOT NULL,
    at         {int} NOT NULL,
    settled_at {int}
);
CREATE INDEX article_corrections_open ON article_corrections (article, id) WHERE settled_at IS NULL;

-- 公开案例: computed from the journal.
CREATE TABLE publications (
    order_id     {int} NOT NULL PRIMARY KEY,
    shown        {int} NOT NULL,          -- 0 once it was taken back
    title        {text} NOT NULL,         -- hash of the text
    summary      {text} NOT NULL,
    matter       {text} NOT NULL,
    place        {text} NOT NULL,
    unit         {text} NOT NULL,
    published_at {int} NOT NULL
);
CREATE INDEX publications_shown ON publications (published_at, order_id) WHERE shown = 1;
