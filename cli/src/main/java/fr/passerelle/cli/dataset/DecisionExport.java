package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.euros;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row a decision that had reached the log when the run closed. The account that recorded it is left out of every export. */
final class DecisionExport {

    private DecisionExport() {}

    static DataTable of(DatasetSource situation) {
        return said(identified(new DataLayout<>(situation.published()), situation.known()))
                .of(situation.known().decisions());
    }

    private static DataLayout<DecisionRecorded> identified(DataLayout<DecisionRecorded> layout, LogInventory known) {
        return layout.add(text("objet", "room:SALLE ou epci:SIREN"), DecisionRecorded::getSubject)
                .add(text("epci_siren", "SIREN de l'intercommunalité"), DecisionRecorded::getEpci)
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.getEpci())
                                .map(EpciDescribed::getName)
                                .orElse(null))
                .add(
                        text(
                                "epci_notifie_siren",
                                "Intercommunalité notifiée, quand ses communes ont passé à celle-ci"),
                        DecisionRecorded::getNotifiedEpci);
    }

    private static DataLayout<DecisionRecorded> said(DataLayout<DecisionRecorded> layout) {
        return layout.add(
                        text("nature", "NOTIFIED (notifiée), ACCEPTED (acceptée), REFUSED (refusée), OBSERVATIONS"),
                        it -> it.getKind().name())
                .add(text("organe", "Qui a décidé"), DecisionRecorded::getOrgan)
                .add(text("acte", "Numéro de l'acte"), DecisionRecorded::getAct)
                .add(date("date_acte", "Date de l'acte"), DecisionRecorded::getDecidedOn)
                .add(text("siege", "Siège notifié, room:SALLE ou site:SITE"), DecisionRecorded::getSeat)
                .add(text("conversion", "Ce que devient la salle notifiée"), DecisionRecorded::getConversion)
                .add(euros("aide_etude", "Aide notifiée à l'étude, euros"), aid("ETUDE"))
                .add(euros("aide_investissement", "Aide notifiée à l'investissement, euros"), aid("INVESTISSEMENT"))
                .add(euros("aide_animation_1", "Aide notifiée à l'animation, an 1, euros"), aid("FONCTIONNEMENT_1"))
                .add(euros("aide_animation_2", "De même, an 2"), aid("FONCTIONNEMENT_2"))
                .add(euros("aide_animation_3", "De même, an 3"), aid("FONCTIONNEMENT_3"))
                .addInside(text("role", "Rôle de qui l'a enregistrée"), DecisionRecorded::getRole)
                .addInside(text("motif", "Motif, sans aucun nom"), DecisionRecorded::getMotive);
    }

    private static Function<DecisionRecorded, @Nullable BigDecimal> aid(String line) {
        return it -> it.getAid().stream()
                .filter(aid -> aid.getLine().equals(line))
                .map(AideNotifiee::getAid)
                .findFirst()
                .orElse(null);
    }
}
