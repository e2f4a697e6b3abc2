/// What makes searching fast: full text, points, and an index for each filter.
extension Schema {
    static let searchTables = """
        CREATE VIEW sentence_texts (id, text) AS
            SELECT sentences.id, substr(reports.text, sentences.begins + 1, sentences.ends - sentences.begins)
            FROM sentences JOIN reports ON reports.id = sentences.report_id;

        CREATE VIRTUAL TABLE sentences_fts USING fts5(
            text, content = 'sentence_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

        CREATE VIRTUAL TABLE actors_fts USING fts5(
            name, content = 'actors', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

        CREATE VIRTUAL TABLE places_fts USING fts5(
            name, country, admin1, admin2, content = 'places', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

        CREATE VIRTUAL TABLE places_rtree USING rtree(
            id, min_latitude, max_latitude, min_longitude, max_longitude);

        """

    static let indexes = """
        CREATE UNIQUE INDEX reports_by_uid ON reports (uid, ifnull(published, ''));
        CREATE INDEX reports_by_story ON reports (story_id);
        CREATE UNIQUE INDEX copies_by_report ON copies (report_id, ifnull(url, file));
        CREATE UNIQUE INDEX sentences_by_report ON sentences (report_id, begins, ends);
        CREATE INDEX analyses_by_run ON analyses (run_id);
        CREATE UNIQUE INDEX actors_by_name ON actors (name, ifnull(country, ''), sectors, ifnull(role, ''));
        CREATE UNIQUE INDEX places_by_name ON places (
            name, latitude, longitude, ifnull(country, ''), ifnull(admin1, ''), ifnull(admin2, ''),
            ifnull(geonames, 0), ifnull(kind, ''));
        CREATE INDEX entities_by_analysis ON entities (analysis_id);
        CREATE INDEX entity_actors_by_actor ON entity_actors (actor_id);
        CREATE INDEX mentions_by_analysis ON mentions (analysis_id);
        CREATE INDEX statements_by_analysis ON statements (analysis_id);
        CREATE INDEX events_by_uid ON events (uid);
        CREATE INDEX events_by_analysis ON events (analysis_id);
        CREATE INDEX events_by_run ON events (run_id);
        CREATE INDEX events_by_currency ON events (current, date);
        CREATE INDEX events_by_sentence ON events (sentence_id);
        CREATE INDEX events_by_event ON events (event);
        CREATE INDEX events_by_quad ON events (quad);
        CREATE INDEX events_by_status ON events (status);
        CREATE INDEX events_by_date ON events (date);
        CREATE INDEX events_by_day_key ON events (day_key);
        CREATE INDEX events_by_place ON events (place_id);
        CREATE INDEX event_statements_by_statement ON event_statements (statement_id);
        CREATE INDEX participants_by_actor ON participants (actor_id, side);
        CREATE INDEX participants_by_country ON participants (country, side);
        CREATE INDEX receivers_by_actor ON participants (actor_id, receives) WHERE receives = 1;
        CREATE INDEX receivers_by_country ON participants (country, receives) WHERE receives = 1;

        """
}
