package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.DataColumn.date;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import java.util.Objects;

/** One row a place of digital mediation, under the names of the national standard v1.0.2. */
final class LieuTable {

    /** What the national map has for a place whose SIRET nobody knows; a SIREN would be taken for none. */
    private static final String NO_PIVOT = "00000000000000";

    private LieuTable() {}

    /** The places that were decided. */
    static DataTable decided(DatasetSource situation) {
        return of(situation, Lieux.decided(situation));
    }

    /** These, and the étapes that are proposed. */
    static DataTable proposed(DatasetSource situation) {
        return of(situation, Lieux.proposed(situation));
    }

    private static DataTable of(DatasetSource situation, List<Lieu> lieux) {
        Provenance provenance = situation.provenance();
        DataLayout<Lieu> layout = described(placed(identified(new DataLayout<>(provenance.published())), situation))
                .add(
                        text("source", "Qui a collecté la donnée, et de quelle exécution elle vient"),
                        it -> "Passerelle, exécution %s, situation %s, barème %s"
                                .formatted(
                                        provenance.run().id(),
                                        situation.asOf(),
                                        provenance.run().baremeId()))
                .add(
                        text("presentation_detail", "Ce qu'il faut savoir avant de s'en servir"),
                        it -> provenance.warning())
                .add(date("date_maj", "Jour de la publication"), it -> provenance.publishedOn());
        return layout.at(Lieu::point).of(lieux);
    }

    private static DataLayout<Lieu> identified(DataLayout<Lieu> layout) {
        return layout.add(text("id", "Identifiant du lieu"), Lieu::id)
                .add(text("pivot", "SIRET ; quatorze zéros : inconnu"), it -> NO_PIVOT)
                .add(text("nom", "Nom du lieu"), Lieu::name);
    }

    private static DataLayout<Lieu> placed(DataLayout<Lieu> layout, DatasetSource situation) {
        LogInventory known = situation.known();
        return layout.add(
                        text("commune", "Nom de la commune"),
                        it -> known.commune(it.insee()).map(Commune::getName).orElse(it.insee()))
                .add(
                        text("code_postal", "Code postal ; le premier de la commune quand elle en a plusieurs"),
                        it -> Address.postalCode(
                                it.address(), situation.postalCodes().apply(it.insee())))
                .add(text("code_insee", "Code INSEE de la commune"), Lieu::insee)
                .add(
                        text("adresse", "Adresse ; le nom du lieu quand elle n'est pas connue"),
                        it -> Address.street(Objects.requireNonNullElse(it.address(), it.name())))
                .add(
                        text("structure_parente", "Intercommunalité"),
                        it -> known.epci(it.epci()).map(EpciDescribed::getName).orElse(null));
    }

    private static DataLayout<Lieu> described(DataLayout<Lieu> layout) {
        return layout.add(text("typologie", "Typologie du standard"), Lieu::kind)
                .add(
                        text("horaires", "Séances publiées, à partir du mois de l'exécution : dates et heures"),
                        Lieu::hours)
                .add(text("presentation_resume", "Ce que c'est"), Lieu::summary)
                .add(
                        text("itinerance", "Itinérant (étape nomade) ou Fixe (tiers lieu)"),
                        it -> it.nomadic() ? "Itinérant" : "Fixe")
                .add(text("services", "Services du standard"), Lieu::services)
                .add(
                        text("modalites_accompagnement", "Modalités du standard"),
                        it -> it.nomadic() ? "Dans un atelier collectif" : null);
    }
}
