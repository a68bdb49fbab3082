package fr.passerelle.schemas.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the AsyncAPI document says in words, in French, and the headers of its records. */
final class AsyncApiText {

    /** Headers of a record that comes from the journal. */
    static final String JOURNAL = "EntetesDuJournal";

    /** Headers of a record of a scenario. */
    static final String SCENARIO = "EntetesDeScenario";

    /** Headers of a record of a calendar. */
    static final String CALENDAR = "EntetesDeCalendrier";

    /** Headers of a result. */
    static final String RESULT = "EntetesDeResultat";

    static final String INFO =
            "Un journal ordonné de transitions, et ce qui en découle : notes, conversions, plans, vie des exécutions."
                + " Lisez avec isolation.level=read_committed. Une valeur est dans le format de fil de Confluent : un"
                + " octet nul, l'identifiant du schéma sur quatre octets, puis l'Avro binaire. Aucun enregistrement ne"
                + " dit rien d'une personne.";
    static final String SERVER =
            "Le courtier de ce poste ; « ./passerelle status » dit son port. Le compte « passerelle_analyst »"
                    + " lit ces topics, dans un groupe dont le nom commence par « analyses- ».";
    static final String KEY = "Texte UTF-8 : de quoi parle l'enregistrement.";

    private static final Map<String, String> TOPICS = Map.of(
            "transitions",
            "Le journal : partition selon l'intercommunalité, dans l'ordre de l'en-tête seq.",
            "scores",
            "Les notes de fréquentation qui changent, par salle.",
            "conversions",
            "Ce que chaque salle devient, quand cela change, par salle.",
            "plans",
            "Le plan de chaque intercommunalité, quand il change, par SIREN.",
            "answers",
            "Ce que chaque partition a fini de noter, par exécution.",
            "runs",
            "Les exécutions publiées.",
            "scenarios",
            "Les scénarios calculés ou adoptés, par scénario, tous dans la partition 0 : jamais une décision.",
            "calendars",
            "Les calendriers des étapes nomades, calculés ou publiés, et les séances tenues, tous dans la partition"
                    + " 0.");

    private AsyncApiText() {}

    static String topic(String id) {
        return Objects.requireNonNull(TOPICS.get(id), id);
    }

    static Map<String, Object> headers() {
        return object(
                JOURNAL,
                headers(numbered("Rang dans le journal, décimal, croissant dans une partition.", "qui l'a inscrit")),
                SCENARIO,
                headers(numbered("Rang parmi les scénarios, décimal, à partir de 1, sans trou.", "d'où il part")),
                CALENDAR,
                headers(numbered(
                        "Rang parmi les calendriers, décimal, à partir de 1, sans trou.",
                        "dont ce sont les étapes ; 0 pour des séances tenues")),
                RESULT,
                headers(cloudEvent()));
    }

    private static Map<String, Object> numbered(String seq, String run) {
        Map<String, Object> journal = new LinkedHashMap<>();
        journal.put("seq", text(seq));
        journal.put("event_id", text("Identifiant : UUIDv5 du sujet, de son rang et des octets."));
        journal.put("type", text("Nom court de l'enregistrement Avro."));
        journal.put("subject_seq", text("Rang parmi les enregistrements du sujet, sans trou."));
        journal.put("run_no", text("Numéro de l'exécution " + run + "."));
        journal.putAll(cloudEvent());
        return journal;
    }

    private static Map<String, Object> cloudEvent() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(CloudEvent.VERSION_HEADER, text("CloudEvents : toujours 1.0."));
        headers.put(
                CloudEvent.ID_HEADER,
                text("CloudEvents : le même pour le même enregistrement, si souvent qu'on le recalcule."));
        headers.put(CloudEvent.SOURCE_HEADER, text("CloudEvents : l'espace de noms des topics."));
        headers.put(
                CloudEvent.TYPE_HEADER, text("CloudEvents : " + CloudEvent.PREFIX + " et le nom de l'enregistrement."));
        headers.put(
                CloudEvent.SUBJECT_HEADER,
                text("CloudEvents : room:SALLE, site:SITE, epci:SIREN, run:EXECUTION, scenario:SCENARIO,"
                        + " tour:CALENDRIER:SECTEUR, calendar:SIREN, session:SEANCE ou held:ETAPE:MOIS."));
        return headers;
    }

    private static Map<String, Object> headers(Map<String, Object> properties) {
        return object("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    private static Map<String, Object> text(String says) {
        return object("type", "string", "description", says);
    }

    /** An object of these names and values, in their order. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
