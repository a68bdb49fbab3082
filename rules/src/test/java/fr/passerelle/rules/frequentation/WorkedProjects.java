package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FeuilleDeRoute;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Intercommunalite;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of the worked {@code intercommunalites.csv} as what the EPCI told. */
final class WorkedProjects {

    private WorkedProjects() {}

    static Intercommunalite of(WorkedRow row) {
        return Intercommunalite.newBuilder()
                .setFeuilleDeRoute(state(row, "feuille_de_route", FeuilleDeRoute::valueOf))
                .setFeuilleDeRouteDate(row.date("feuille_de_route_date"))
                .setEtude(state(row, "etude", EtudeState::valueOf))
                .setFunctionsWanted(row.list("fonctions_voulues", Fonction::valueOf))
                .setExistingTiersLieu(row.optional("tiers_lieu_existant"))
                .setPorteur(row.optional("porteur_siren"))
                .setCostEtude(row.number("cout_etude"))
                .setCostInvestissement(row.number("cout_investissement"))
                .setCostAnimation1(row.number("cout_animation_1"))
                .setCostAnimation2(row.number("cout_animation_2"))
                .setCostAnimation3(row.number("cout_animation_3"))
                .setCostAnimation4(row.number("cout_animation_4"))
                .setReceipts(row.number("recettes"))
                .setOtherPublicAid(row.number("autres_aides_publiques"))
                .setOpening(row.date("date_ouverture"))
                .build();
    }

    private static <E> @Nullable E state(WorkedRow row, String column, Function<String, E> state) {
        String told = row.optional(column);
        return told == null ? null : state.apply(told);
    }
}
