import EventCoding

/// Precision, recall and F1 by class, and their macro average over the classes that the gold data have.
package struct RelationsScore: Sendable {
    private var pairs: [(gold: RelationRoot, predicted: RelationRoot)] = []

    package init() {}

    package mutating func add(gold: RelationRoot, predicted: RelationRoot) { pairs.append((gold, predicted)) }

    package struct Figures: Sendable {
        package let precision: Double
        package let recall: Double
        package let gold: Int
        package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    }

    /// - Parameter label: the class of a root at some level: the root itself, its quadrant, cooperation or conflict.
    package func figures<Label: Equatable>(of label: Label, by level: (RelationRoot) -> Label) -> Figures {
        let gold = pairs.filter { level($0.gold) == label }.count
        let predicted = pairs.filter { level($0.predicted) == label }.count
        let both = pairs.filter { level($0.gold) == label && level($0.predicted) == label }.count
        return Figures(
            precision: predicted > 0 ? Double(both) / Double(predicted) : 0,
            recall: gold > 0 ? Double(both) / Double(gold) : 0, gold: gold)
    }

    package func macroF1<Label: Hashable>(by level: (RelationRoot) -> Label) -> Double {
        let labels = Set(pairs.map { level($0.gold) })
        guard !labels.isEmpty else { return 0 }
        return labels.reduce(0) { $0 + figures(of: $1, by: level).f1 } / Double(labels.count)
    }

    /// A table for people: each root, then the macro averages.
    package func table() -> String {
        func percent(_ value: Double) -> String {
            let tenths = Int((value * 1000).rounded())
            let text = "\(tenths / 10).\(tenths % 10)"
            return String(repeating: " ", count: max(0, 10 - text.count)) + text
        }
        var lines = ["root        precision    recall        F1      gold"]
        for root in RelationRoot.allCases {
            let figures = figures(of: root) { $0 }
            let count = "\(figures.gold)"
            lines.append(
                root.rawValue + String(repeating: " ", count: 11 - root.rawValue.count) + percent(figures.precision)
                    + percent(figures.recall) + percent(figures.f1) + String(repeating: " ", count: 10 - count.count)
                    + count)
        }
        lines.append("")
        lines.append("macro-F1   root" + percent(macroF1 { $0 }))
        lines.append("macro-F1   quad" + percent(macroF1 { $0.quad }))
        lines.append("macro-F1 binary" + percent(macroF1 { $0.quad.rawValue <= 2 }))
        return lines.joined(separator: "\n")
    }
}
