package fr.passerelle.console.room;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.texts.Codes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every room of the inventory with what is published of it. */
final class RoomRows {

    private final PublishedResults published;
    private final Map<String, String> communes = new HashMap<>();
    private final Map<Candidature, String> words = new EnumMap<>(Candidature.class);

    private RoomRows(PublishedResults published) {
        this.published = published;
        published.epcis().values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .forEach(this::name);
    }

    /** By identifier. */
    static List<RoomRow> of(PublishedResults published) {
        RoomRows rows = new RoomRows(published);
        return published.rooms().values().stream().map(rows::row).toList();
    }

    /** One of them. */
    static RoomRow one(PublishedResults published, RoomInventoried room) {
        return new RoomRows(published).row(room);
    }

    private void name(Commune commune) {
        communes.put(commune.getInsee(), commune.getName());
    }

    private RoomRow row(RoomInventoried room) {
        Proposals proposals = published.proposals();
        Frequentation score = proposals.scores().get(room.getRoomId());
        Conversion conversion = proposals.conversions().get(room.getRoomId());
        return new RoomRow(
                room.getRoomId(),
                room.getName(),
                communes.getOrDefault(room.getInsee(), room.getInsee()),
                room.getEpci(),
                published.epciName(room.getEpci()),
                proposals.plans().containsKey(room.getEpci()),
                Departement.of(room.getInsee()),
                Proposal.of(conversion),
                conversion == null ? null : conversion.getCandidature(),
                conversion == null ? "" : words.computeIfAbsent(conversion.getCandidature(), Codes::candidature),
                score == null ? null : score.getState(),
                score == null ? null : score.getScore(),
                score == null ? null : score.getLow(),
                score == null ? null : score.getHigh(),
                score == null ? null : (Integer) score.getMonthsObserved(),
                score == null ? null : (Integer) score.getMonthsOpen(),
                score == null ? null : (Long) score.getPresences12Months());
    }
}
