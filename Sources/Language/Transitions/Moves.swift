import Foundation

/// The transitions of a parser or entity recognizer, in the order of the model's output classes
/// (the file `moves` of a component: labels and their frequencies by kind of transition).
struct Moves: Sendable {
    struct Move: Sendable, Equatable {
        let kind: Int
        let label: String
    }
    let moves: [Move]

    /// Kinds in ascending order; within one, frequent labels first, equals by label descending, as spaCy sorts them.
    /// Labels added after training carry negative frequencies and follow all others.
    /// - Throws: `ModelError` that names the file.
    init(contentsOf url: URL, kinds: Int) throws(ModelError) {
        let file = url.path
        let root = try MessagePack.decode(try readModelFile(url), file: file)
        guard let json = root["moves"]?.text,
            let frequencies = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(json.utf8))
        else { throw ModelError(file: file, problem: "holds no moves: labels with frequencies by kind are expected") }
        var moves: [Move] = []
        var added: [(frequency: Int, label: String, kind: Int)] = []
        for (key, labels) in frequencies.sorted(by: { $0.key < $1.key }) {
            guard let kind = Int(key), (0..<kinds).contains(kind) else {
                throw ModelError(file: file, problem: "has moves of kind '\(key)' where 0 to \(kinds - 1) are expected")
            }
            let sorted = labels.sorted {
                $0.value != $1.value ? $0.value > $1.value : descending($0.key, $1.key)
            }
            for (label, frequency) in sorted {
                if frequency < 0 {
                    added.append((frequency, label, kind))
                } else {
                    moves.append(Move(kind: kind, label: label))
                }
            }
        }
        added.sort { $0.frequency != $1.frequency ? $0.frequency > $1.frequency : descending($0.label, $1.label) }
        moves.append(contentsOf: added.map { Move(kind: $0.kind, label: $0.label) })
        self.moves = moves
    }

    /// The classes of one kind, when they are consecutive.
    func classes(ofKind kind: Int) -> Range<Int> {
        guard let first = moves.firstIndex(where: { $0.kind == kind }) else { return 0..<0 }
        let end = moves[first...].firstIndex { $0.kind != kind } ?? moves.count
        return first..<end
    }
}

/// By code points, as Python compares strings.
private func descending(_ left: String, _ right: String) -> Bool {
    right.unicodeScalars.lexicographicallyPrecedes(left.unicodeScalars)
}
