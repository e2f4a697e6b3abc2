import Lexicon
import Tokens

/// One entry of the event lexicon: a frame and what it means.
package struct EventEntry: Sendable {
    package enum Meaning: Sendable, Equatable {
        /// An event of this type; when its inner act is known, the two decide together (`Composition`).
        case event(EventType)
        /// The inner act itself, done by the outer subject ("launch an attack", "begin to withdraw").
        case inner
        /// The inner act under an outer word that is no event itself: it ends, fails, is vowed or denied (`Composition`).
        case outer(CompositionTable.Outer)
        /// No event: the entry keeps a less specific one from being taken ("would not *comment*").
        case none
    }

    package let pattern: FramePattern
    /// As written; names the entry in `explain` and in records.
    package let text: String
    package let meaning: Meaning
    package let modes: [String]
    /// Whether words beside the act may tell another mode (written `explosives?`).
    package let isModeOpen: Bool
    package let cameo: String?
    package let contexts: [String]
    /// What the entry says about the reality of the act ("fail to", "plan to").
    package let status: Status?
    /// Demands on the clause beyond its frame.
    package let conditions: Set<Condition>
    package let file: String
    package let line: Int

    package enum Condition: String, Sendable, CaseIterable {
        /// The actor is several: the verb is reciprocal ("A met").
        case plural
        /// Words of sport, markets, weather or film beside it make it figurative.
        case literal
        /// It is an act only inside another one ("refused to *talk*").
        case inner
        /// The actor is a crowd or a group of civilians, not the state or an armed force.
        case civilian
        /// The actor is a state or an armed force.
        case armed
        /// Those on both sides fight with words: politicians, parties, the press ("Rubio *attacked* Cruz").
        case debate
        /// There is no direct object.
        case intransitive
        /// The recipient is a person named, of whom nothing is predicated ("called Dupont", not "called Dupont a liar").
        case person
        /// The act inside is what somebody else must do ("said Iran *must stop*").
        case obliged
        /// With `obliged`: a bare verb or a gerund will do ("asked that he *be* freed", "suggested *holding* talks").
        case bare
        /// The act inside is the actor's own ("warned that *it would strike*").
        case own
        /// Said by somebody, who is the actor: a charge, demand, refusal or threat that lies in what is said ("said Iran
        /// *was behind* it"). A subject written `A` is the speaker's own, any other somebody else's.
        case told
        /// The clause is negated ("*will not*", "can *no longer*").
        case not
        /// A modal verb puts the clause ahead ("*could* have consequences").
        case ahead
        /// The clause hangs on what somebody has yet to do ("… *unless* it withdraws").
        case unless
        /// What somebody or something is called stands between quotation marks ("called the ruling 'a *stitch-up*'").
        case quoted
    }
}

extension EventEntry {
    static let columns = ["pattern", "event", "mode", "cameo", "context", "status", "when"]

    /// - Throws: `TableError` naming file and line for a pattern or a code that does not exist.
    init(_ row: LayeredTable.Row, ontology: Ontology) throws(TableError) {
        do { pattern = try FramePattern(row.fields[0]) } catch { throw row.error(error.problem) }
        text = row.fields[0]
        switch row.fields[1] {
        case "ACT": meaning = .inner
        case "NONE": meaning = .none
        case "END": meaning = .outer(.end)
        case "FAIL": meaning = .outer(.failed)
        case "VOW": meaning = .outer(.vow)
        case "REFUSED": meaning = .outer(.refused)
        case "DENIED": meaning = .outer(.denied)
        default: meaning = .event(try EventType(row.fields[1], in: row))
        }
        isModeOpen = row.fields[2].isEmpty || row.fields[2].utf8.last == UInt8(ascii: "?")
        modes = row.fields[2].parts { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "?") }
        contexts = row.fields[4].parts(UInt8(ascii: ","))
        if case .event(let type) = meaning {
            for mode in modes where ontology.modes[type]?[mode] == nil {
                throw row.error("\(type.rawValue) has no mode '\(mode)'")
            }
        } else if !modes.isEmpty {
            throw row.error("a mode needs an event type, not \(row.fields[1])")
        }
        for context in contexts where !ontology.contexts.contains(context) {
            throw row.error("no context is called '\(context)'")
        }
        cameo = row.fields[3].isEmpty ? nil : row.fields[3]
        if let cameo, ontology.cameo[cameo] == nil { throw row.error("'\(cameo)' is no CAMEO code") }
        if row.fields[5].isEmpty {
            status = nil
        } else if let known = Status(rawValue: row.fields[5]) {
            status = known
        } else {
            throw row.error("'\(row.fields[5])' is no status")
        }
        var conditions: Set<Condition> = []
        for name in row.fields[6].parts(UInt8(ascii: ",")) {
            guard let condition = Condition(rawValue: name) else {
                throw row.error("no condition is called '\(name)'")
            }
            conditions.insert(condition)
        }
        self.conditions = conditions
        file = row.file
        line = row.line
    }
}
