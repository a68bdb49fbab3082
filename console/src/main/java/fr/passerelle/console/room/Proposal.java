package fr.passerelle.console.room;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a room, as a mark shows it.
 *
 * @param kind what it becomes
 * @param mark shape and colour: where it waits for somebody, that comes before what it becomes
 * @param provisoire whether the étape is provisional
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
                : new Proposal(Kind.valueOf(conversion.getKind().name()), mark(conversion), conversion.getProvisoire());
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
