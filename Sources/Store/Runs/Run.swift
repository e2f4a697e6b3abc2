import EventCoding
import Tokens

/// What decides how a report is coded: two runs with equal versions code alike.
package struct RunVersion: Sendable, Equatable {
    /// The program's version.
    package var program: String
    /// Hashes in hexadecimal of what the run read.
    package var executable: String
    package var model: String
    package var lexicon: String
    package var knowledge: String
    /// The options that change what is found, as one line.
    package var options: String

    package init(
        program: String, executable: String, model: String, lexicon: String, knowledge: String, options: String
    ) {
        self.program = program
        self.executable = executable
        self.model = model
        self.lexicon = lexicon
        self.knowledge = knowledge
        self.options = options
    }

    /// A hash of all of it.
    var key: String {
        RecordID.report(
            text: [program, executable, model, lexicon, knowledge, options].joined(separator: "\u{1F}"))
    }
}

/// One version's coding of reports. Commands with the same version add to the same run.
package struct Run: Sendable, Equatable {
    package let id: Int
    package let version: RunVersion
    /// ISO 8601, UTC.
    package let started: String
    /// When the last command that came to its end did so.
    package let ended: String?
    package let reports: Int
    package let events: Int
    /// Reports whose latest analysis it holds.
    package let currentReports: Int
}

/// How a command that codes into a store ended.
package enum Outcome: String, Sendable {
    case running, complete, interrupted, failed
}
