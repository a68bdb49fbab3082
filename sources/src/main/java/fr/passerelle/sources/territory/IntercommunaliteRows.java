package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FeuilleDeRoute;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import org.jspecify.annotations.Nullable;

/** Rows of the file intercommunalites as records. */
public final class IntercommunaliteRows {
    /** The column that identifies an EPCI. */
    public static final String ID = "epci_siren";

    private final ReferenceFacts facts;

    /** @param facts where EPCIs are found */
    public IntercommunaliteRows(ReferenceFacts facts) {
        this.facts = facts;
    }

    /** What a row says, or why that is impossible. */
    public Resolved<Intercommunalite> resolve(Cells cells) {
        return facts.knows(cells.required(ID)) ? new Resolved.Value<>(record(cells)) : unknown();
    }

    /** That no EPCI has this number, which is in the column {@link #ID}. */
    static <T> Resolved.Impossible<T> unknown() {
        return new Resolved.Impossible<>(
                ID,
                RejectReason.EPCI_INCONNU,
                "Aucune intercommunalité des tables employées n'a ce numéro SIREN : donnez celui de l'EPCI,"
                        + " neuf chiffres.");
    }

    private static Intercommunalite record(Cells cells) {
        return new Intercommunalite(
                cells.constant("feuille_de_route", FeuilleDeRoute.class),
                cells.day("feuille_de_route_date"),
                cells.constant("etude", EtudeState.class),
                cells.constants("fonctions_voulues", Fonction.class),
                cells.text("tiers_lieu_existant"),
                cells.text("porteur_siren"),
                cells.euros("cout_etude"),
                cells.euros("cout_investissement"),
                cells.euros("cout_animation_1"),
                cells.euros("cout_animation_2"),
                cells.euros("cout_animation_3"),
                cells.euros("cout_animation_4"),
                cells.euros("recettes"),
                cells.euros("autres_aides_publiques"),
                cells.day("date_ouverture"),
                model(cells));
    }

    /** Null where no cell of it is filled: an EPCI that says nothing of it says what it said before there was one. */
    private static @Nullable ModeleEconomique model(Cells cells) {
        ModeleEconomique model = new ModeleEconomique(
                cells.euros("tarif_abonnement"),
                cells.euros("tarif_heure"),
                cells.euros("tarif_seance_fablab"),
                cells.integer("abonnements_bas"),
                cells.integer("abonnements_haut"),
                cells.integer("heures_bas"),
                cells.integer("heures_haut"),
                cells.integer("seances_fablab_bas"),
                cells.integer("seances_fablab_haut"),
                cells.euros("charges_autres"));
        return model.equals(new ModeleEconomique()) ? null : model;
    }
}
