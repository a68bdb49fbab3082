package fr.passerelle.published.current;

import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The results of the run that is current, with what is known of the places that they are about: scores, conversions and rooms of the inventory by
 * room, plans and EPCIs by SIREN, other places that could be a seat by identifier.
 */
public record PublishedResults(
        PublishedRun run,
        Proposals proposals,
        SortedMap<String, RoomInventoried> rooms,
        SortedMap<String, EpciDescribed> epcis,
        SortedMap<String, SiteDescribed> sites) {

    /** How people call a room; its identifier where the inventory no longer holds it. */
    public String roomName(String roomId) {
        RoomInventoried room = rooms.get(roomId);
        return room == null ? roomId : room.getName();
    }

    /** The communes of an EPCI, by INSEE code; none where nothing is known of it. */
    public List<Commune> communes(String siren) {
        EpciDescribed epci = epcis.get(siren);
        return epci == null ? List.of() : epci.getCommunes();
    }

    /** How people call an EPCI; its SIREN where nothing is known of it. */
    public String epciName(String siren) {
        EpciDescribed epci = epcis.get(siren);
        return epci == null ? siren : epci.getName();
    }

    /**
     * The run whose results are current: its number, from 1, its id as people say it, N-000012, the month of the situation, YYYY-MM, the SHA-256 of
     * its results, and when it was published.
     */
    public record PublishedRun(
            long no, String id, String asOf, Bareme bareme, boolean demonstration, String hash, Instant endedAt) {

        /** That of a run that is published. */
        public static PublishedRun of(Run run) {
            return new PublishedRun(
                    run.no(),
                    run.id(),
                    Objects.requireNonNull(run.asOf()),
                    Baremes.read(run.baremeText()),
                    run.demonstration(),
                    Objects.requireNonNull(run.resultHash()),
                    Objects.requireNonNull(run.endedAt()).toInstant());
        }

        /** Which barème it is. */
        public String baremeId() {
            return bareme.id();
        }

        /** Whether its barème only illustrates what another one would give. */
        public boolean illustration() {
            return bareme.isIllustration();
        }
    }
}
