package fr.passerelle.cli;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Niveau;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes of a scenario in French words. */
final class EnveloppeWords {

    private EnveloppeWords() {}

    static String of(Financement financement, @Nullable Integer year) {
        String what =
                switch (financement) {
                    case RIEN -> "rien";
                    case ETUDE -> "étude";
                    case OUVERTURE -> "étude et ouverture";
                };
        return year == null ? what : what + " en " + year;
    }

    static String of(LigneCredit line) {
        return switch (line) {
            case ETUDE -> "étude";
            case INVESTISSEMENT -> "investissement";
            case FONCTIONNEMENT -> "fonctionnement";
        };
    }

    static String of(Critere critere) {
        return switch (critere) {
            case HABITANTS_PONDERES -> "habitants proches, selon le besoin";
            case HABITANTS_PROCHES -> "habitants proches";
            case SCORE -> "score";
            case MOIS_OUVERTS -> "mois d'ouverture";
            case OUVERTURES -> "ouvertures";
            case ETUDES -> "études";
        };
    }

    static String of(Empechement motif) {
        return switch (motif) {
            case NOTIFIE -> "ce qui a été notifié vaut";
            case TIERS_LIEU_EXISTANT -> "elle a déjà un tiers lieu";
            case EX_AEQUO -> "des sièges que rien ne départage : elle choisit d'abord";
            case A_INSTRUIRE -> "des salles restent à instruire";
            case SANS_CANDIDAT -> "aucun lieu n'est candidat";
            case SANS_PORTEUR -> "personne n'est nommé pour porter le projet";
            case COUT_INCONNU -> "le coût d'une ligne au moins n'est pas connu";
            case ETUDE_PREALABLE -> "l'étude doit d'abord être rendue";
            case ETUDE_REFUSEE -> "elle a refusé l'étude";
        };
    }

    /** Levels in their order, with the most that could still be reached where that is more. */
    static String levels(List<Niveau> levels) {
        return levels.stream()
                .map(level -> CommandFrench.number(level.getValue()) + " " + of(level.getCritere())
                        + (level.getBound() > level.getValue()
                                ? " (au plus " + CommandFrench.number(level.getBound()) + ")"
                                : ""))
                .collect(Collectors.joining(", "));
    }

    /** What a choice costs the region. */
    static BigDecimal cost(ChoixEpci choix) {
        return choix.getDepenses().stream().map(Depense::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
