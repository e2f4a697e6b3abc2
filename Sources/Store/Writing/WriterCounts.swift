/// What a command that codes into a store has done so far.
package struct WriterCounts: Sendable, Equatable {
    /// Reports coded and stored.
    package var reports = 0
    /// Reports that this version had coded before.
    package var skipped = 0
    /// Reports that could not be read or coded.
    package var failures = 0
    package var words = 0
    package var events = 0

    package init() {}
}
