package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.rules.frequentation.RoomMonth;
import fr.passerelle.schemas.event.EpciDescribed;

/** One row an EPCI and a month: the sums over its rooms, with how many of them they rest on. */
final class EpciFrequentationTable {

    private EpciFrequentationTable() {}

    static DataTable of(DatasetSource situation) {
        return counted(identified(new DataLayout<>(situation.published()), situation.known()))
                .of(EpciMonth.of(situation));
    }

    private static DataLayout<EpciMonth> identified(DataLayout<EpciMonth> layout, LogInventory known) {
        return layout.add(text("epci_siren", "SIREN de l'intercommunalité, ou SANS-EPCI"), EpciMonth::epci)
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.epci()).map(EpciDescribed::getName).orElse(null))
                .add(text("mois", "Mois, AAAA-MM"), it -> it.month().toString());
    }

    private static DataLayout<EpciMonth> counted(DataLayout<EpciMonth> layout) {
        return layout.add(
                        integer("salles_observees", "Salles dont le mois est connu"),
                        it -> it.count(RoomMonth.State.OBSERVE))
                .add(
                        integer("salles_manquantes", "Salles ouvertes dont rien n'est connu"),
                        it -> it.count(RoomMonth.State.MANQUANT))
                .add(integer("seances", "Séances ; vide : non compté"), it -> it.sum(RoomMonth::sessions))
                .add(
                        integer("presences", "Présences hors groupes scolaires ; vide : rien de compté, ou secret"),
                        it -> it.sum(RoomMonth::presences))
                .add(
                        integer("scolaires", "Présences de groupes scolaires ; vide : rien de compté, ou secret"),
                        it -> it.sum(RoomMonth::scolaires))
                .add(
                        flag("secret", "Un nombre d'une salle n'est pas publié, ni compté (secret statistique)"),
                        EpciMonth::secret);
    }
}
