import Store

/// An event as a JSON line: names after PLOVER's table of data exchange. What is not known is null or an empty list.
package struct EventLine {
    package let event: StoredEvent

    package init(_ event: StoredEvent) { self.event = event }

    /// Appends the line without its end.
    /// - Parameter withSources: adds what only a store knows: run, story, where the report was found, evidence.
    package func write(to json: inout JSONWriter, withSources: Bool) {
        json.object { json in
            writeAct(to: &json)
            writeEvidence(to: &json)
            if withSources { writeSources(to: &json) }
        }
    }

    private func writeAct(to json: inout JSONWriter) {
        json.key("id")
        json.value(event.id)
        json.key("report")
        json.value(event.origin.id)
        json.key("file")
        json.value(event.origin.sources.first?.file)
        json.key("date")
        json.value(event.date?.description)
        json.key("enddate")
        json.value(event.endDate?.description)
        json.key("event")
        json.value(event.type.rawValue)
        json.key("mode")
        json.array { json in event.modes.forEach { json.value($0) } }
        json.key("context")
        json.array { json in event.contexts.forEach { json.value($0) } }
        json.key("cameo")
        json.value(event.cameo)
        json.key("quad")
        json.value(event.quad.name)
        json.key("score")
        json.value(event.score)
        json.key("actor")
        write(event.actors, to: &json)
        json.key("recipient")
        write(event.recipients, to: &json)
        json.key("time")
        writeTime(to: &json)
        json.key("place")
        write(event.location, to: &json)
    }

    private func writeEvidence(to json: inout JSONWriter) {
        json.key("trigger")
        json.object { write(event.trigger, to: &$0) }
        json.key("status")
        json.value(event.status.rawValue)
        json.key("said_by")
        json.array { json in event.saidBy.forEach { write($0, to: &json) } }
        json.key("sentence")
        json.object { json in
            json.key("index")
            json.value(event.sentenceIndex)
            write(event.sentence, to: &json)
        }
        json.key("rule")
        json.value(event.rule)
        json.key("confidence")
        json.value(event.confidence)
    }

    private func writeSources(to json: inout JSONWriter) {
        json.key("number")
        json.value(event.number)
        json.key("run")
        json.value(event.run)
        write(event.origin, to: &json)
        json.key("evidence")
        json.array { json in
            for other in event.evidence {
                json.object { json in
                    json.key("id")
                    json.value(other.id)
                    json.key("number")
                    json.value(other.number)
                    json.key("report")
                    json.value(other.origin.id)
                    write(other.origin, to: &json)
                }
            }
        }
    }

    // MARK: Parts

    private func write(_ parties: [StoredEvent.Party], to json: inout JSONWriter) {
        json.array { json in
            for party in parties {
                json.object { json in
                    write(party.words, to: &json)
                    json.key("name")
                    json.value(party.actor.name)
                    json.key("country")
                    json.value(party.actor.country)
                    json.key("sector")
                    json.array { json in party.actor.sectors.forEach { json.value($0.rawValue) } }
                }
            }
        }
    }

    private func writeTime(to json: inout JSONWriter) {
        json.object { json in
            if let words = event.time.words { write(words, to: &json) }
            json.key("type")
            json.value(event.time.kind?.rawValue)
            json.key("value")
            json.value(event.time.value)
            json.key("from")
            json.value(event.date?.description)
            json.key("to")
            json.value(event.endDate?.description)
            json.key("basis")
            json.value(event.time.basis.rawValue)
        }
    }

    private func write(_ location: StoredEvent.Location?, to json: inout JSONWriter) {
        guard let location else { return json.null() }
        json.object { json in
            write(location.words, to: &json)
            json.key("name")
            json.value(location.place?.name)
            json.key("country")
            json.value(location.place?.country)
            json.key("admin1")
            json.value(location.place?.admin1)
            json.key("lat")
            json.value(location.place?.latitude)
            json.key("lon")
            json.value(location.place?.longitude)
            json.key("geonames")
            json.value(location.place?.geonames)
        }
    }

    private func write(_ voice: StoredEvent.Voice, to json: inout JSONWriter) {
        json.object { json in
            json.key("text")
            json.value(voice.words?.text)
            if let actor = voice.actor {
                json.key("name")
                json.value(actor.name)
                json.key("country")
                json.value(actor.country)
            }
            json.key("cue")
            json.value(voice.cue?.text)
            json.key("kind")
            json.value(voice.kind.rawValue)
        }
    }

    private func write(_ origin: StoredEvent.Origin, to json: inout JSONWriter) {
        json.key("story")
        json.value(origin.story)
        json.key("published")
        json.value(origin.published?.description)
        json.key("language")
        json.value(origin.language)
        json.key("sources")
        json.array { json in
            for source in origin.sources {
                json.object { json in
                    json.key("file")
                    json.value(source.file)
                    json.key("url")
                    json.value(source.url)
                    json.key("title")
                    json.value(source.title)
                    json.key("byline")
                    json.value(source.byline)
                    json.key("publisher")
                    json.value(source.publisher)
                }
            }
        }
    }

    private func write(_ words: StoredEvent.Words, to json: inout JSONWriter) {
        json.key("text")
        json.value(words.text)
        json.key("start")
        json.value(words.start)
        json.key("end")
        json.value(words.end)
    }
}
