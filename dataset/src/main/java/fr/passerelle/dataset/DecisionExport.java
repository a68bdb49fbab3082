package fr.passerelle.dataset;

import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions that had reached the log when the run closed. The account that recorded one is left out of every export. */
final class DecisionExport {

    private static final String REGION = "Région Hauts-de-France";
    private static final String REGION_SIRET = "20005374200017";
    private static final String RUNNING = "FONCTIONNEMENT_";

    private DecisionExport() {}

    /** One row a decision. */
    static Table<?> decisions(DatasetSource source) {
        LogInventory known = source.known();
        return source.<DecisionRecorded>table()
                .text("objet", "room:SALLE ou epci:SIREN", DecisionRecorded::getSubject)
                .text("epci_siren", "SIREN de l'intercommunalité", DecisionRecorded::getEpci)
                .text("epci_nom", "Nom de l'intercommunalité", it -> known.epciName(it.getEpci()))
                .text(
                        "epci_notifie_siren",
                        "Intercommunalité notifiée, quand ses communes ont passé à celle-ci",
                        DecisionRecorded::getNotifiedEpci)
                .text(
                        "nature",
                        "NOTIFIED (notifiée), ACCEPTED (acceptée), REFUSED (refusée), OBSERVATIONS",
                        DecisionRecorded::getKind)
                .text("organe", "Qui a décidé", DecisionRecorded::getOrgan)
                .text("acte", "Numéro de l'acte", DecisionRecorded::getAct)
                .date("date_acte", "Date de l'acte", DecisionRecorded::getDecidedOn)
                .text("siege", "Siège notifié, room:SALLE ou site:SITE", DecisionRecorded::getSeat)
                .text("conversion", "Ce que devient la salle notifiée", DecisionRecorded::getConversion)
                .euros("aide_etude", "Aide notifiée à l'étude, euros", aid("ETUDE"))
                .euros("aide_investissement", "Aide notifiée à l'investissement, euros", aid("INVESTISSEMENT"))
                .euros("aide_animation_1", "Aide notifiée à l'animation, an 1, euros", aid(RUNNING + 1))
                .euros("aide_animation_2", "De même, an 2", aid(RUNNING + 2))
                .euros("aide_animation_3", "De même, an 3", aid(RUNNING + 3))
                .inside(it -> it.text("role", "Rôle de qui l'a enregistrée", DecisionRecorded::getRole)
                        .text("motif", "Motif, sans aucun nom", DecisionRecorded::getMotive))
                .of(known.decisions());
    }

    private static Function<DecisionRecorded, @Nullable BigDecimal> aid(String line) {
        return it -> it.getAid().stream()
                .filter(aid -> aid.getLine().equals(line))
                .map(AideNotifiee::getAid)
                .findFirst()
                .orElse(null);
    }

    /** One row an act that gave aid and stands, under the names of the schema of grants of the Socle commun des données locales, 2.1.1. */
    static Table<?> grants(DatasetSource source) {
        LogInventory known = source.known();
        boolean exercise = source.provenance().exercise();
        return source.<DecisionRecorded>table()
                .text("nomAttribuant", "Qui attribue", it -> REGION)
                .text("idAttribuant", "Son SIRET", it -> REGION_SIRET)
                .date("dateConvention", "Date de l'acte", DecisionRecorded::getDecidedOn)
                .text("referenceDecision", "Numéro de l'acte", DecisionRecorded::getAct)
                .text("nomBeneficiaire", "Nom de l'intercommunalité", it -> known.epciName(it.getEpci()))
                .text(
                        "idBeneficiaire",
                        "Son SIREN : le NIC qui en ferait un SIRET n'est pas connu",
                        DecisionRecorded::getEpci)
                .text("rnaBeneficiaire", "Sans objet : ce n'est pas une association", it -> null)
                .text("objet", "Ce qui est aidé", it -> purpose(it, exercise))
                .euros(
                        "montant",
                        "Montant notifié, euros",
                        it -> aids(it).map(AideNotifiee::getAid).reduce(BigDecimal.ZERO, BigDecimal::add))
                .text("nature", "Aide en numéraire", it -> "aide en numéraire")
                .text(
                        "conditionsVersement",
                        "échelonné : l'animation est versée par année ; sinon unique",
                        it -> years(it) > 1 ? "échelonné" : "unique")
                .text(
                        "datesPeriodeVersement",
                        "Période prévisionnelle : de l'acte à la fin des années aidées",
                        DecisionExport::period)
                .text("idRAE", "Sans objet : ce n'est pas une aide aux entreprises", it -> null)
                .flag("notificationUE", "Aide d'État notifiée à la Commission européenne", it -> false)
                .decimal(
                        "pourcentageSubvention",
                        2,
                        "Part du montant pour ce bénéficiaire : il est seul",
                        it -> BigDecimal.ONE)
                .text("dispositifAide", "Identifiant du dispositif d'aide ; vide : inconnu", it -> null)
                .of(known.epcis().stream()
                        .flatMap(epci -> Notifications.withAid(epci.getEpci(), known.decisionsOf(epci)).stream())
                        .toList());
    }

    /** What is aided, in French; nothing was given at all where the data are made up, or the barème was not voted. */
    private static String purpose(DecisionRecorded act, boolean exercise) {
        Set<String> lines = new LinkedHashSet<>();
        aids(act).forEach(aid -> lines.add(said(aid.getLine())));
        return (exercise ? "EXERCICE, rien n'a été attribué : tiers lieu numérique, " : "Tiers lieu numérique : ")
                + String.join(", ", lines);
    }

    private static String said(String line) {
        return switch (line) {
            case "ETUDE" -> "étude";
            case "INVESTISSEMENT" -> "investissement";
            default -> "animation";
        };
    }

    /** Years that it is paid over: those of the running that it aids, else one. */
    private static int years(DecisionRecorded act) {
        return aids(act)
                .map(AideNotifiee::getLine)
                .filter(line -> line.startsWith(RUNNING))
                .mapToInt(line -> Integer.parseInt(line.substring(RUNNING.length())))
                .max()
                .orElse(1);
    }

    /** From the act to the end of these years, as ISO 8601 writes it. */
    private static String period(DecisionRecorded act) {
        return act.getDecidedOn() + "/"
                + act.getDecidedOn().plusYears(years(act)).minusDays(1);
    }

    private static Stream<AideNotifiee> aids(DecisionRecorded act) {
        return act.getAid().stream().filter(aid -> aid.getAid().signum() > 0);
    }
}
