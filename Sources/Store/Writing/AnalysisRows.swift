import EventCoding
import Grounding
import Tokens

/// Writes what one run found in one report.
struct AnalysisRows {
    struct Numbers {
        let report: Int
        let run: Int
        let analysis: Int
    }
    let database: Database
    let knowledge: KnowledgeRows
    let coded: CodedReport
    let numbers: Numbers

    init(_ database: Database, _ knowledge: KnowledgeRows, _ coded: CodedReport, _ numbers: Numbers) {
        self.database = database
        self.knowledge = knowledge
        self.coded = coded
        self.numbers = numbers
    }

    func write() throws {
        try writeNames()
        let sentences = try coded.sentences.map(sentence)
        let entities = try coded.mentions.entities.map(entity)
        try writeMentions(entities)
        let statements = try coded.coding.statements.map { try statement($0, entities) }
        for (index, statement) in coded.coding.statements.enumerated() {
            guard let parent = statement.parent else { continue }
            try database.statement("UPDATE statements SET parent_id = ? WHERE id = ?")
                .run([.integer(statements[parent]), .integer(statements[index])])
        }
        let rows = EventRows(self, sentences: sentences, statements: statements)
        for event in coded.coding.events { try rows.write(event) }
    }

    func offsets(_ span: ByteSpan) -> (begins: SQLValue, ends: SQLValue) {
        let range = coded.offsets.range(ofBytes: span)
        return (.integer(range.lowerBound), .integer(range.upperBound))
    }

    func offsets(_ span: ByteSpan?) -> (begins: SQLValue, ends: SQLValue) {
        span.map { offsets($0) } ?? (.null, .null)
    }

    // MARK: Parts

    private func writeNames() throws {
        let kinds = [
            ("person", coded.names.people), ("organization", coded.names.organizations),
            ("location", coded.names.locations),
        ]
        let row = try database.statement("INSERT INTO story_names (analysis_id, kind, name) VALUES (?, ?, ?)")
        for (kind, names) in kinds {
            for name in names { try row.run([.integer(numbers.analysis), .text(kind), .text(name)]) }
        }
    }

    /// Runs that divide a report alike share its sentences.
    private func sentence(_ span: ByteSpan) throws -> Int {
        let (begins, ends) = offsets(span)
        let values = [.integer(numbers.report), begins, ends]
        let row = try database.statement(
            "INSERT INTO sentences (report_id, begins, ends) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        try row.run(values)
        guard database.changes > 0 else {
            let known = try database.statement(
                "SELECT id FROM sentences WHERE report_id = ? AND begins = ? AND ends = ?")
            return try known.number(values) ?? 0
        }
        let number = database.lastInsertedRow
        try database.statement("INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)")
            .run([.integer(number), .text(coded.text(span))])
        return number
    }

    private func entity(_ entity: ActorEntity) throws -> Int {
        try database.statement("INSERT INTO entities (analysis_id) VALUES (?)").run([.integer(numbers.analysis)])
        let number = database.lastInsertedRow
        for (position, actor) in entity.actors.enumerated() {
            let actor = try knowledge.number(of: actor)
            try database.statement("INSERT INTO entity_actors (entity_id, position, actor_id) VALUES (?, ?, ?)")
                .run([.integer(number), .integer(position), .integer(actor)])
        }
        return number
    }

    private func writeMentions(_ entities: [Int]) throws {
        let analysis = SQLValue.integer(numbers.analysis)
        for (mention, span) in zip(coded.mentions.actors, coded.actorSpans) {
            let (begins, ends) = offsets(span)
            try database.statement(
                """
                INSERT INTO mentions (analysis_id, kind, begins, ends, entity_id, form)
                VALUES (?, 'actor', ?, ?, ?, ?)
                """
            ).run([analysis, begins, ends, .integer(entities[mention.entity]), .text(mention.form.rawValue)])
        }
        for mention in coded.mentions.places {
            let (begins, ends) = offsets(mention.bytes)
            let place = try mention.place.map { try knowledge.number(of: $0) }
            try database.statement(
                "INSERT INTO mentions (analysis_id, kind, begins, ends, place_id) VALUES (?, 'place', ?, ?, ?)"
            ).run([analysis, begins, ends, SQLValue(place)])
        }
        for time in coded.mentions.times {
            let (begins, ends) = offsets(time.bytes)
            try database.statement(
                """
                INSERT INTO mentions (analysis_id, kind, begins, ends, form, value, first_day, last_day)
                VALUES (?, 'time', ?, ?, ?, ?, ?, ?)
                """
            ).run([
                analysis, begins, ends, .text(time.kind.rawValue), .text(time.value),
                SQLValue(time.interval?.lowerBound.description), SQLValue(time.interval?.upperBound.description),
            ])
        }
    }

    private func statement(_ statement: Statement, _ entities: [Int]) throws -> Int {
        let speaker = offsets(statement.speaker)
        let cue = offsets(statement.cue)
        let addressee = offsets(statement.addressee)
        let actors = statement.speakerEntity.map { coded.mentions.entities[$0].actors } ?? []
        let actor = actors.count == 1 ? try knowledge.number(of: actors[0]) : nil
        try database.statement(
            """
            INSERT INTO statements (analysis_id, kind, speaker_begins, speaker_ends, speaker_id, speaker_actor_id,
                cue_begins, cue_ends, addressee_begins, addressee_ends, addressee_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .integer(numbers.analysis), .text(statement.kind.rawValue), speaker.begins, speaker.ends,
            SQLValue(statement.speakerEntity.map { entities[$0] }), SQLValue(actor), cue.begins, cue.ends,
            addressee.begins, addressee.ends, SQLValue(statement.addresseeEntity.map { entities[$0] }),
        ])
        let number = database.lastInsertedRow
        for (position, span) in statement.content.enumerated() {
            let (begins, ends) = offsets(span)
            try database.statement(
                "INSERT INTO statement_contents (statement_id, position, begins, ends) VALUES (?, ?, ?, ?)"
            ).run([.integer(number), .integer(position), begins, ends])
        }
        return number
    }
}
