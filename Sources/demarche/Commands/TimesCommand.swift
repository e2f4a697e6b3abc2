extension Command {
    static let times = Command(
        name: "times",
        summary: "time expressions with their values",
        usage: "usage: demarche times --date D [--format table|jsonl|timeml] FILE…",
        run: { _ in .done })
}
