/// One decision of the attribution model about one place of a text: which of the candidates it is.
package protocol Question {
    var decision: AttributionDecision { get }
    /// Token indices in a fixed order; `noCandidate` where "none" is an answer.
    var candidates: [Int] { get }
    /// Replaces `list` by the features of the candidate at a position.
    func features(at position: Int, into list: inout FeatureList)
}

/// The candidate that stands for "there is none".
package let noCandidate = -1
