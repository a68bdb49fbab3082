package fr.passerelle.sheets.act;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Naming;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The étapes de médiation nomade of a draft. */
record EtapesGrid(Dossier dossier) {

    boolean isEmpty() {
        return etapes().isEmpty();
    }

    /** Rooms whose animation nobody pays yet. */
    List<String> unpaid() {
        return rooms(etape -> etape.getPayeur() == Payeur.A_TROUVER);
    }

    /** Where a maire still has to agree. */
    List<String> hosts() {
        Naming naming = Naming.of(dossier.plan());
        return etapes().stream()
                .map(EtapesGrid::host)
                .filter(host -> host.getKind() != HostKind.SALLE)
                .map(naming::at)
                .distinct()
                .toList();
    }

    Block block() {
        return new Block.Grid(
                Textes.say("acte.etapes.liste"),
                List.of("Salle", "Lieu d’accueil", "Séances par mois", "Durée", "Animation payée par"),
                etapes().stream().map(this::row).toList());
    }

    private List<String> row(Conversion etape) {
        return List.of(
                dossier.name(etape.getRoomId()),
                Naming.of(dossier.plan()).at(host(etape)),
                Integer.toString(etape.getSessionsAMonth()),
                Textes.say("acte.etape.provisoire", Map.of("provisoire", ActWords.yes(etape.getProvisoire()))),
                payer(etape));
    }

    private String payer(Conversion etape) {
        return switch (dossier.payerKind(etape)) {
            case "" -> Textes.say("acte.payeur.A_TROUVER");
            case "EPCI" -> Textes.say("acte.payeur.EPCI");
            case String kind -> Textes.word("acte.payeur", kind) + dossier.payer(etape);
        };
    }

    private List<String> rooms(Predicate<Conversion> which) {
        return etapes().stream()
                .filter(which)
                .map(etape -> dossier.name(etape.getRoomId()))
                .toList();
    }

    private List<Conversion> etapes() {
        return dossier.conversions().stream()
                .filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE)
                .toList();
    }

    private static Host host(Conversion etape) {
        return Objects.requireNonNull(etape.getHost(), "An étape has a host");
    }
}
