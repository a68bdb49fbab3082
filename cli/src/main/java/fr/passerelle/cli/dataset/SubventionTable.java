package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.decimal;
import static fr.passerelle.cli.dataset.DataColumn.euros;
import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.rules.financing.Notifications;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** One row an act that gave aid and stands, under the names of the schema of grants of the Socle commun des données locales, 2.1.1. */
final class SubventionTable {

    private static final String REGION = "Région Hauts-de-France";
    private static final String REGION_SIRET = "20005374200017";

    private SubventionTable() {}

    static DataTable of(DatasetSource situation) {
        return paid(given(new DataLayout<>(situation.published()))).of(grants(situation));
    }

    private static DataLayout<Subvention> given(DataLayout<Subvention> layout) {
        return layout.add(text("nomAttribuant", "Qui attribue"), it -> REGION)
                .add(text("idAttribuant", "Son SIRET"), it -> REGION_SIRET)
                .add(
                        date("dateConvention", "Date de l'acte"),
                        it -> it.decision().getDecidedOn())
                .add(
                        text("referenceDecision", "Numéro de l'acte"),
                        it -> it.decision().getAct())
                .add(text("nomBeneficiaire", "Nom de l'intercommunalité"), Subvention::name)
                .add(
                        text("idBeneficiaire", "Son SIREN : le NIC qui en ferait un SIRET n'est pas connu"),
                        it -> it.decision().getEpci())
                .add(text("rnaBeneficiaire", "Sans objet : ce n'est pas une association"), it -> null)
                .add(text("objet", "Ce qui est aidé"), Subvention::purpose);
    }

    private static DataLayout<Subvention> paid(DataLayout<Subvention> layout) {
        return layout.add(euros("montant", "Montant notifié, euros"), Subvention::amount)
                .add(text("nature", "Aide en numéraire"), it -> "aide en numéraire")
                .add(
                        text("conditionsVersement", "échelonné : l'animation est versée par année ; sinon unique"),
                        it -> it.years() > 1 ? "échelonné" : "unique")
                .add(
                        text("datesPeriodeVersement", "Période prévisionnelle : de l'acte à la fin des années aidées"),
                        Subvention::period)
                .add(text("idRAE", "Sans objet : ce n'est pas une aide aux entreprises"), it -> null)
                .add(flag("notificationUE", "Aide d'État notifiée à la Commission européenne"), it -> false)
                .add(
                        decimal("pourcentageSubvention", 2, "Part du montant pour ce bénéficiaire : il est seul"),
                        it -> BigDecimal.ONE)
                .add(text("dispositifAide", "Identifiant du dispositif d'aide ; vide : inconnu"), it -> null);
    }

    private static List<Subvention> grants(DatasetSource situation) {
        boolean exercise = situation.provenance().exercise();
        return situation.known().epcis().stream()
                .flatMap(epci -> acts(epci, situation).map(act -> new Subvention(act, epci.getName(), exercise)))
                .toList();
    }

    private static Stream<DecisionRecorded> acts(EpciDescribed epci, DatasetSource situation) {
        String siren = epci.getEpci();
        return Notifications.withAid(
                siren,
                situation.known().decisions().stream()
                        .filter(decision -> decision.getEpci().equals(siren))
                        .toList())
                .stream();
    }
}
