/// Offsets `begins` and `ends` count code points of the report's text, half open. Days are `YYYY-MM-DD`, moments
/// ISO 8601 in UTC. Lists inside one column (`sectors`, `modes`, `contexts`) are words with single spaces between them.
/// `participants.receives` is 1 for who is acted upon: recipients, and several actors of an event without one, who act
/// on one another, as in a meeting.
extension Schema {
    static let tables = """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            version TEXT NOT NULL UNIQUE,
            program TEXT NOT NULL,
            executable TEXT NOT NULL,
            model TEXT NOT NULL,
            lexicon TEXT NOT NULL,
            knowledge TEXT NOT NULL,
            options TEXT NOT NULL,
            started TEXT NOT NULL,
            ended TEXT
        ) STRICT;

        CREATE TABLE invocations (
            id INTEGER PRIMARY KEY,
            run_id INTEGER NOT NULL REFERENCES runs,
            arguments TEXT NOT NULL,
            started TEXT NOT NULL,
            ended TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('running', 'complete', 'interrupted', 'failed')),
            reports INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0,
            words INTEGER NOT NULL DEFAULT 0,
            events INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE reports (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL,
            published TEXT,
            language TEXT,
            story_id INTEGER NOT NULL REFERENCES reports,
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE copies (
            id INTEGER PRIMARY KEY,
            report_id INTEGER NOT NULL REFERENCES reports,
            file TEXT NOT NULL,
            url TEXT,
            title TEXT,
            byline TEXT,
            publisher TEXT
        ) STRICT;

        CREATE TABLE story_bands (
            band INTEGER NOT NULL,
            report_id INTEGER NOT NULL REFERENCES reports,
            PRIMARY KEY (band, report_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sentences (
            id INTEGER PRIMARY KEY,
            report_id INTEGER NOT NULL REFERENCES reports,
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE analyses (
            id INTEGER PRIMARY KEY,
            report_id INTEGER NOT NULL REFERENCES reports,
            run_id INTEGER NOT NULL REFERENCES runs,
            words INTEGER NOT NULL,
            current INTEGER NOT NULL CHECK (current IN (0, 1)),
            UNIQUE (report_id, run_id)
        ) STRICT;

        CREATE TABLE story_names (
            analysis_id INTEGER NOT NULL REFERENCES analyses,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'location')),
            name TEXT NOT NULL,
            PRIMARY KEY (analysis_id, kind, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE actors (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            country TEXT,
            sectors TEXT NOT NULL,
            role TEXT
        ) STRICT;

        CREATE TABLE places (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            country TEXT,
            admin1 TEXT,
            admin2 TEXT,
            latitude REAL NOT NULL,
            longitude REAL NOT NULL,
            geonames INTEGER,
            kind TEXT
        ) STRICT;

        CREATE TABLE entities (
            id INTEGER PRIMARY KEY,
            analysis_id INTEGER NOT NULL REFERENCES analyses
        ) STRICT;

        CREATE TABLE entity_actors (
            entity_id INTEGER NOT NULL REFERENCES entities,
            position INTEGER NOT NULL,
            actor_id INTEGER NOT NULL REFERENCES actors,
            PRIMARY KEY (entity_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mentions (
            analysis_id INTEGER NOT NULL REFERENCES analyses,
            kind TEXT NOT NULL CHECK (kind IN ('actor', 'place', 'time')),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            entity_id INTEGER REFERENCES entities,
            form TEXT,
            place_id INTEGER REFERENCES places,
            value TEXT,
            first_day TEXT,
            last_day TEXT
        ) STRICT;

        CREATE TABLE statements (
            id INTEGER PRIMARY KEY,
            analysis_id INTEGER NOT NULL REFERENCES analyses,
            parent_id INTEGER REFERENCES statements DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
            speaker_begins INTEGER,
            speaker_ends INTEGER,
            speaker_id INTEGER REFERENCES entities,
            speaker_actor_id INTEGER REFERENCES actors,
            cue_begins INTEGER,
            cue_ends INTEGER,
            addressee_begins INTEGER,
            addressee_ends INTEGER,
            addressee_id INTEGER REFERENCES entities
        ) STRICT;

        CREATE TABLE statement_contents (
            statement_id INTEGER NOT NULL REFERENCES statements,
            position INTEGER NOT NULL,
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            PRIMARY KEY (statement_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL,
            analysis_id INTEGER NOT NULL REFERENCES analyses,
            report_id INTEGER NOT NULL REFERENCES reports,
            run_id INTEGER NOT NULL REFERENCES runs,
            current INTEGER NOT NULL CHECK (current IN (0, 1)),
            sentence_id INTEGER NOT NULL REFERENCES sentences,
            sentence_index INTEGER NOT NULL,
            event TEXT NOT NULL,
            modes TEXT NOT NULL,
            contexts TEXT NOT NULL,
            cameo TEXT NOT NULL,
            quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
            score REAL NOT NULL,
            status TEXT NOT NULL,
            date TEXT,
            enddate TEXT,
            day_key INTEGER,
            time_begins INTEGER,
            time_ends INTEGER,
            time_kind TEXT,
            time_value TEXT,
            time_basis TEXT NOT NULL,
            place_id INTEGER REFERENCES places,
            place_begins INTEGER,
            place_ends INTEGER,
            trigger_begins INTEGER NOT NULL,
            trigger_ends INTEGER NOT NULL,
            rule TEXT NOT NULL,
            confidence REAL NOT NULL
        ) STRICT;

        CREATE TABLE event_statements (
            event_id INTEGER NOT NULL REFERENCES events,
            depth INTEGER NOT NULL,
            statement_id INTEGER NOT NULL REFERENCES statements,
            PRIMARY KEY (event_id, depth)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE participants (
            event_id INTEGER NOT NULL REFERENCES events,
            side TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'speaker')),
            position INTEGER NOT NULL,
            actor_id INTEGER NOT NULL REFERENCES actors,
            country TEXT,
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            receives INTEGER NOT NULL CHECK (receives IN (0, 1)),
            PRIMARY KEY (event_id, side, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event_modes (
            mode TEXT NOT NULL,
            event_id INTEGER NOT NULL REFERENCES events,
            PRIMARY KEY (mode, event_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event_sectors (
            sector TEXT NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
            event_id INTEGER NOT NULL REFERENCES events,
            PRIMARY KEY (sector, side, event_id)
        ) STRICT, WITHOUT ROWID;

        """
}
