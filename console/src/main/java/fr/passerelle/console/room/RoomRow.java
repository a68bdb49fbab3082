package fr.passerelle.console.room;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.french.Codes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room in the list.
 *
 * @param siren its EPCI, or SANS-EPCI
 * @param candidature where it stands; null for a room that is never converted
 * @param state whether it is scored; null where no score was ever published
 * @param low bound of the score, 0 to 100; null without
 * @param presences over the last twelve months
 */
public record RoomRow(
        String id,
        String name,
        String commune,
        String siren,
        String epci,
        boolean planned,
        Departement departement,
        Proposal proposal,
        @Nullable Candidature candidature,
        String candidatureWord,
        @Nullable FrequentationState state,
        @Nullable Integer score,
        @Nullable Integer low,
        @Nullable Integer high,
        @Nullable Integer monthsObserved,
        @Nullable Integer monthsOpen,
        @Nullable Long presences) {

    /** Whether its score has bounds that are not the score itself. */
    public boolean isUnsure() {
        return low != null && !low.equals(high);
    }

    /**
     * What is proposed for a room, as a mark shows it.
     *
     * @param mark shape and colour: where it waits for somebody, that comes before what it becomes
     */
    record Proposal(Kind kind, String mark, boolean provisoire) {

        private static final Proposal NONE = new Proposal(Kind.AUCUNE, "aucune", false);

        /** What a room becomes, the rooms that are never converted included. */
        enum Kind {
            TIERS_LIEU,
            ETAPE_NOMADE,
            AUCUNE
        }

        static Proposal of(@Nullable Conversion conversion) {
            return conversion == null
                    ? NONE
                    : new Proposal(
                            Kind.valueOf(conversion.getKind().name()), mark(conversion), conversion.getProvisoire());
        }

        private static String mark(Conversion conversion) {
            return conversion.getKind() == ConversionKind.ETAPE_NOMADE && waits(conversion.getCandidature())
                    ? conversion.getCandidature().name().toLowerCase(Locale.ROOT)
                    : conversion.getKind().name().toLowerCase(Locale.ROOT);
        }

        private static boolean waits(Candidature candidature) {
            return switch (candidature) {
                case EX_AEQUO, A_INSTRUIRE, DONNEES_INSUFFISANTES -> true;
                case RETENUE, CANDIDATE, SOUS_LE_SEUIL, FONCTIONS_INSUFFISANTES, REFUS_PROPRIETAIRE -> false;
            };
        }

        /** Key of its words. */
        public String words() {
            return provisoire ? kind.name() + ".provisoire" : kind.name();
        }
    }

    /** Every room of the inventory with what is published of it. */
    static final class RoomRows {

        private final PublishedResults published;
        private final Map<String, String> communes = new HashMap<>();
        private final Map<Candidature, String> words = new EnumMap<>(Candidature.class);

        private RoomRows(PublishedResults published) {
            this.published = published;
            published.epcis().values().stream()
                    .flatMap(epci -> epci.getCommunes().stream())
                    .forEach(this::name);
        }

        static List<RoomRow> of(PublishedResults published) {
            RoomRows rows = new RoomRows(published);
            return published.rooms().values().stream().map(rows::row).toList();
        }

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
}
