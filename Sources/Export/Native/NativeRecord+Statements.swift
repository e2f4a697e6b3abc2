import EventCoding

/// Lines of `"kind": "statement"`: who said what, and which events it holds.
extension NativeRecord {
    /// Appends one line for each statement of the report, in the order of the text.
    package func writeStatements(to json: inout JSONWriter) {
        for index in source.coding.statements.indices {
            write(statement: index, to: &json)
            json.endLine()
        }
    }

    private func write(statement index: Int, to json: inout JSONWriter) {
        let statement = source.coding.statements[index]
        json.object { json in
            json.key("kind")
            json.value("statement")
            json.key("report")
            json.value(source.id)
            json.key("file")
            json.value(source.file)
            json.key("index")
            json.value(index)
            json.key("speaker")
            write(voice: statement.speaker, statement.speakerEntity, to: &json)
            json.key("cue")
            if let cue = statement.cue { json.object { json in write(cue, to: &json) } } else { json.null() }
            json.key("content")
            json.array { json in
                for span in statement.content { json.object { json in write(span, to: &json) } }
            }
            json.key("speech")
            json.value(statement.kind.rawValue)
            json.key("addressee")
            write(voice: statement.addressee, statement.addresseeEntity, to: &json)
            json.key("parent")
            json.value(statement.parent)
            json.key("events")
            json.array { json in
                for event in source.coding.events where event.saidBy.contains(index) {
                    json.value(RecordID.event(event, report: source.id))
                }
            }
        }
    }

    private func write(voice span: ByteSpan?, _ entity: Int?, to json: inout JSONWriter) {
        guard let span else { return json.null() }
        let actors = entity.map { source.mentions.entities[$0].actors } ?? []
        json.object { json in
            write(span, to: &json)
            if actors.count == 1 {
                json.key("name")
                json.value(actors[0].name)
                json.key("country")
                json.value(actors[0].country)
                json.key("sector")
                json.array { json in for sector in actors[0].sectors { json.value(sector.rawValue) } }
            }
        }
    }
}
