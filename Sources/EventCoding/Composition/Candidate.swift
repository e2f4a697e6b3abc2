import Grounding

/// An event filled in, with the draft it came from, before events that tell one happening are joined.
struct Candidate {
    var draft: Draft
    var event: Event
}
