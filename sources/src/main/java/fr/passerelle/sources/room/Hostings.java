package fr.passerelle.sources.room;

import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.sources.Cells;
import java.util.List;

/** What a row says of a place as a seat: the columns that rooms and sites share. */
final class Hostings {

    private Hostings() {}

    static Hosting of(Cells cells) {
        return new Hosting(
                cells.integer("surface_m2"),
                cells.text("connexion"),
                cells.integer("debit_mbits"),
                cells.integer("animateur_etp"),
                cells.yes("accord_proprietaire"),
                cells.yes("acces_plain_pied"),
                cells.yes("acces_hors_horaires"),
                cells.yes("espace_clos"),
                cells.yes("espace_ventile"),
                functions(cells));
    }

    private static List<Fonction> functions(Cells cells) {
        return cells.items("fonctions").stream().map(Fonction::valueOf).toList();
    }
}
