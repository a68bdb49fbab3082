package fr.passerelle.published.dataset;

import static fr.passerelle.published.dataset.DataColumn.date;
import static fr.passerelle.published.dataset.DataColumn.flag;
import static fr.passerelle.published.dataset.DataColumn.integer;
import static fr.passerelle.published.dataset.DataColumn.text;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row a request of a diagnostic, with what is proposed for it. */
final class BesoinTable {

    private record Line(
            String epci, Demande demande, @Nullable Long count, Optional<NeedComparison> compared) {}

    private BesoinTable() {}

    static DataTable of(DatasetSource situation) {
        return told(identified(new DataLayout<>(situation.published()), situation.known()))
                .of(situation.needs().all().stream()
                        .flatMap(needs -> lines(needs, situation))
                        .toList());
    }

    private static DataLayout<Line> identified(DataLayout<Line> layout, LogInventory known) {
        return layout.add(text("epci_siren", "SIREN de l'intercommunalité"), Line::epci)
                .add(
                        text("epci_nom", "Nom de l'intercommunalité"),
                        it -> known.epci(it.epci()).map(EpciDescribed::getName).orElse(null))
                .add(
                        text("code_insee", "Commune pour laquelle c'est demandé ; vide : toute l'intercommunalité"),
                        it -> it.demande().getInsee())
                .add(
                        text("commune", "Nom de la commune"),
                        it -> Optional.ofNullable(it.demande().getInsee())
                                .flatMap(known::commune)
                                .map(Commune::getName)
                                .orElse(null));
    }

    private static DataLayout<Line> told(DataLayout<Line> layout) {
        return layout.add(date("date", "Jour du recueil"), it -> it.demande().getAskedOn())
                .add(
                        text("public", "HABITANTS, ELUS ou ENTREPRISES"),
                        it -> it.demande().getDemandeur().name())
                .add(
                        text("nature", "FONCTION, THEME ou SERVICE"),
                        it -> it.demande().getKind().name())
                .add(text("objet", "Ce qui est demandé"), it -> it.demande().getObject())
                .add(integer("demandes", "Combien l'ont demandé ; vide : secret"), Line::count)
                .add(flag("secret", "Le nombre n'est pas publié (secret statistique)"), it -> it.count() == null)
                .add(
                        text("source", "Où cela a été recueilli"),
                        it -> it.demande().getSource())
                .add(
                        text(
                                "reponse",
                                "Ce qui est proposé : OFFERTE, POSSIBLE ou A_VERIFIER (au siège), ETAPES, SANS_REPONSE,"
                                        + " SANS_SIEGE, MONTRE (aucune règle ne l'examine) ; vide : aucun plan"),
                        it -> it.compared().map(one -> one.answer().name()).orElse(null))
                .add(
                        text("etapes", "Salles dont les étapes y répondent, séparées par |"),
                        it -> it.compared()
                                .map(one -> String.join("|", one.etapes()))
                                .filter(rooms -> !rooms.isEmpty())
                                .orElse(null));
    }

    private static Stream<Line> lines(NeedsReported needs, DatasetSource situation) {
        List<NeedComparison> compared = compared(needs, situation);
        return needs.getDemandes().stream()
                .map(demande -> new Line(
                        needs.getEpci(),
                        demande,
                        situation.published()
                                ? situation.needs().shown(needs.getEpci(), demande)
                                : (Long) (long) demande.getRequests(),
                        compared.stream()
                                .filter(one -> one.kind() == demande.getKind()
                                        && one.object().equals(demande.getObject()))
                                .findFirst()));
    }

    private static List<NeedComparison> compared(NeedsReported needs, DatasetSource situation) {
        Plan plan = situation.proposals().plans().get(needs.getEpci());
        return plan == null
                ? List.of()
                : NeedComparison.of(
                        needs.getDemandes(),
                        plan,
                        situation.proposals().conversions().values());
    }
}
