package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.CellValues.code;
import static fr.passerelle.cli.dataset.CellValues.joined;
import static fr.passerelle.cli.dataset.CellValues.number;
import static fr.passerelle.cli.dataset.DataColumn.flag;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row an étape de médiation nomade: where it is held, how often, who pays. Themes, which rooms are told in words of one's own, stay inside. */
final class EtapeTable {

    private EtapeTable() {}

    static DataTable of(DatasetSource situation) {
        return animated(hosted(identified(new DataLayout<>(situation.published()), situation.known())))
                .at(ProposedEtape::point)
                .of(ProposedEtape.of(situation));
    }

    private static DataLayout<ProposedEtape> identified(DataLayout<ProposedEtape> layout, LogInventory known) {
        return layout.add(
                        text("id_salle", "Salle qu'elle remplace"),
                        it -> it.conversion().getRoomId())
                .add(
                        text("salle_nom", "Nom de cette salle"),
                        it -> known.room(it.conversion().getRoomId())
                                .map(RoomInventoried::getName)
                                .orElse(null))
                .add(
                        text("epci_siren", "SIREN de l'intercommunalité"),
                        it -> it.conversion().getEpci())
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.conversion().getEpci())
                                .map(EpciDescribed::getName)
                                .orElse(null))
                .add(
                        flag("provisoire", "Elle est provisoire"),
                        it -> it.conversion().getProvisoire());
    }

    private static DataLayout<ProposedEtape> hosted(DataLayout<ProposedEtape> layout) {
        return layout.add(
                        text("hote_nature", "SALLE, LIEU_PUBLIC ou SALLE_COMMUNALE (accord du maire à demander)"),
                        host(it -> code(it.getKind())))
                .add(text("hote_id", "Identifiant de l'hôte ; vide : à demander à la commune"), host(Host::getId))
                .add(text("hote_nom", "Nom de l'hôte"), host(Host::getName))
                .add(text("hote_code_insee", "Code INSEE de sa commune"), host(Host::getInsee))
                .add(text("hote_commune", "Nom de sa commune"), host(Host::getCommune))
                .add(
                        integer("distance_m", "Mètres entre les centres des deux communes"),
                        host(it -> number(it.getDistanceM())))
                .add(
                        text("partage_avec", "Autres salles dont il accueille les séances"),
                        host(it -> joined(it.getSharedWith())))
                .add(
                        integer("hote_seances_par_mois", "Séances par mois de toutes ces salles"),
                        host(it -> number(it.getSessionsAMonth())));
    }

    private static DataLayout<ProposedEtape> animated(DataLayout<ProposedEtape> layout) {
        return layout.add(
                        integer("seances_par_mois", "Séances de deux heures par mois"),
                        of(it -> number(it.getSessionsAMonth())))
                .add(
                        text("payeur", "AIDE_REGIONALE, NOMME ou A_TROUVER : qui paie l'animation"),
                        of(it -> code(it.getPayeur())))
                .add(text("payeur_siren", "SIREN de l'organisme nommé"), of(Conversion::getPayeurSiren))
                .add(integer("tablettes", "Tablettes que l'animateur apporte"), of(it -> number(it.getTablets())))
                .addInside(
                        text("themes", "Thèmes des séances, le plus suivi d'abord"), of(it -> joined(it.getThemes())));
    }

    private static Function<ProposedEtape, @Nullable Object> of(Function<Conversion, ? extends @Nullable Object> cell) {
        return it -> cell.apply(it.conversion());
    }

    private static Function<ProposedEtape, @Nullable Object> host(Function<Host, ? extends @Nullable Object> cell) {
        return it -> cell.apply(it.host());
    }
}
