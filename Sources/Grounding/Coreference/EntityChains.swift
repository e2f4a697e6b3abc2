import Dates
import Tokens

/// Joins mentions of the same actor.
struct EntityChains {
    let doc: Doc
    let knowledge: ActorKnowledge
    let date: CalendarDate?

    func chains(of found: [FoundMention]) -> (mentions: [ActorMention], entities: [ActorEntity]) {
        var keys: [String: Int] = [:]
        var actors: [Actor] = []
        var members: [[Int]] = []
        var mentions: [ActorMention] = []
        for mention in found {
            let actor = actor(of: mention)
            let key = "\(actor.name)|\(actor.country ?? "")"
            let entity: Int
            if let known = keys[key] {
                entity = known
            } else {
                entity = actors.count
                keys[key] = entity
                actors.append(actor)
                members.append([])
            }
            members[entity].append(mentions.count)
            mentions.append(
                ActorMention(tokens: mention.tokens, head: mention.head, form: mention.form, entity: entity))
        }
        return (mentions, zip(actors, members).map { ActorEntity(actors: [$0], mentions: $1) })
    }

    private func actor(of mention: FoundMention) -> Actor {
        let reading = mention.reading
        return Actor(
            name: reading.name ?? doc.text(of: mention.tokens), country: reading.country, sectors: reading.sectors,
            role: reading.role)
    }
}
