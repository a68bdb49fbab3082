package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a rule was tried on, as a table names it: « Salle du bourg (02-1) » where the log has {@code room:02-1}. */
public record SubjectNames(Dossier dossier) {

    private static final Pattern SUBJECT = Pattern.compile("(room|site|epci|place|commune):(.*)");

    /** The name of a subject, with its identifier; what is no subject stays as it is. */
    String of(String text) {
        Matcher subject = SUBJECT.matcher(text);
        return subject.matches() ? named(subject.group(1), subject.group(2)) : text;
    }

    /** The name of a commune, with its INSEE code. */
    String commune(String insee) {
        return named("commune", insee);
    }

    private String named(String kind, String id) {
        return name(kind, id)
                .map(name -> Textes.say("sujet.nom", Map.of("nom", name, "id", id)))
                .orElseGet(() -> Textes.say("sujet." + kind, Map.of("id", id)));
    }

    private Optional<String> name(String kind, String id) {
        return switch (kind) {
            case "room" -> dossier.room(id).map(PlanRoom::getName);
            case "site" -> site(id);
            case "place" -> place(id);
            case "commune" -> communeName(id);
            default ->
                dossier.plan().getEpci().equals(id)
                        ? Optional.of(FrenchNames.epci(dossier.plan().getName()))
                        : Optional.empty();
        };
    }

    private Optional<String> site(String id) {
        return dossier.plan().getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege ->
                        siege.getKind() == SiegeKind.SITE && siege.getId().equals(id))
                .map(Siege::getName)
                .findFirst();
    }

    private Optional<String> place(String id) {
        return hosts().filter(host -> host.getKind() == HostKind.LIEU_PUBLIC && id.equals(host.getId()))
                .map(Host::getName)
                .findFirst();
    }

    private Optional<String> communeName(String insee) {
        return Stream.of(
                        dossier.plan().getRooms().stream().map(Naming::siege),
                        dossier.plan().getCandidates().stream().map(Concurrent::getSiege),
                        hosts().map(host ->
                                new Siege(SiegeKind.SALLE, insee, host.getName(), host.getInsee(), host.getCommune())))
                .flatMap(places -> places)
                .filter(place -> place.getInsee().equals(insee))
                .map(Siege::getCommune)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<Host> hosts() {
        List<Conversion> conversions = dossier.conversions();
        return conversions.stream().map(Conversion::getHost).filter(Objects::nonNull);
    }
}
