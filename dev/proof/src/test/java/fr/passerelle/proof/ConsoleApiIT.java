package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.console.api.AsyncApi;
import fr.passerelle.console.dataset.DatasetTables;
import fr.passerelle.console.security.Role;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API, as a machine uses it: what is served is what is described. */
class ConsoleApiIT extends WithConsole.OnConsole {

    private static final String ROOT = "/api/v1/";
    private static final List<String> CONTRACT = List.of("""
        runs runs/{run_id} rooms rooms/{room_id} sites sites/{site_id} plans plans/{epci} scores scores/{room_id}
        conversions conversions/{room_id} needs needs/{epci} decisions scenarios scenarios/{scenario_id} calendars
        budget budget-years\
        """.split("\\s+"));
    private static final Pattern FIRST_CELL = Pattern.compile("<tr>\\s*<td[^>]*>([^<]*)</td>");
    private static final int PAGE = 50;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private String basic;
    private JsonNode description;

    @BeforeAll
    void describe() {
        basic = Visitor.basic(console.login(Role.LECTEUR), console.password(Role.LECTEUR));
        description = json(get("openapi.json"));
    }

    @Test
    void isDescribedInFrenchAsOpenApi31() {
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("info").get("description").asString()).contains("RECONSTITUTION");
        assertThat(description.get("paths").properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(CONTRACT.stream(), datasets())
                        .map(ROOT::concat)
                        .collect(Collectors.toSet()));
        assertThat(console.nobody().status(ROOT + "openapi.json")).isEqualTo(401);
    }

    /** What the rules ask that linters recommend, as far as it can be held here. */
    @Test
    void isDescribedAsLintersRecommend() {
        var operations = description
                .get("paths")
                .valueStream()
                .map(path -> path.get("get"))
                .toList();
        var declared = description
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name"))
                .toList();

        assertThat(description.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(description.get("servers")).isNotEmpty();
        assertThat(description.at("/components/securitySchemes").propertyNames())
                .containsAll(description.at("/security/0").propertyNames())
                .isNotEmpty();
        assertThat(operations)
                .hasSizeGreaterThan(10)
                .extracting(operation -> operation.get("operationId").asString())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.get("summary").asString()).isNotBlank();
            assertThat(declared).containsAll(operation.get("tags"));
            assertThat(operation.get("responses").propertyNames()).contains("200", "400", "401", "404");
        });
        assertThat(description.get("paths").properties())
                .allSatisfy(path -> assertThat(path.getValue()
                                .at("/get/parameters")
                                .valueStream()
                                .filter(parameter ->
                                        parameter.get("in").asString().equals("path"))
                                .map(parameter -> "{" + parameter.get("name").asString() + "}")
                                .collect(Collectors.joining()))
                        .isEqualTo(path.getKey().replaceAll("[^{]*(\\{[^}]*})?", "$1")));
    }

    @Test
    void describesEachSchemaThatItNamesAndNoOther() {
        var named = Pattern.compile("\"#/components/schemas/([^\"]+)\"")
                .matcher(description.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(description.at("/components/schemas").propertyNames()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    @Tag("proof")
    void breaksNoRuleThatRedoclyRecommends(@TempDir Path folder) throws IOException {
        var checker = Tree.root().resolve("dev/openapi");
        if (!Files.isDirectory(checker.resolve("node_modules"))) {
            System.out.println("Laissé de côté : les règles de Redocly, par Node (npm ci --prefix dev/openapi).");
            return;
        }
        var file = Files.writeString(folder.resolve("openapi.json"), description.toString());

        var check = Deployments.shell("node '%s' '%s'".formatted(checker.resolve("verify.mjs"), file), Map.of());

        assertThat(check.end()).as(check.transcript()).isZero();
    }

    @Test
    void describesTheTopicsToo() {
        var yaml = get("asyncapi.yaml");

        assertThat(yaml.statusCode()).isEqualTo(200);
        assertThat(yaml.headers().firstValue("content-type")).hasValue("application/yaml;charset=UTF-8");
        assertThat(yaml.body())
                .isEqualTo(AsyncApi.yaml(new Topics(console.system().namespace())));
        assertThat(console.nobody().status(ROOT + "asyncapi.yaml")).isEqualTo(401);
    }

    @Test
    void servesWhatItDescribesAndNoFieldMore() {
        for (var path : description.get("paths").properties()) {
            if (!path.getKey().contains("{")) {
                var page = get(path.getKey().substring(ROOT.length()) + "?size=5000");
                assertThat(errors(path.getValue(), page.body()))
                        .as(path.getKey())
                        .isEmpty();
                assertThat(json(page).get("publication").get("nature").asString())
                        .isEqualTo("RECONSTITUTION");
            }
        }
        assertThat(errors(
                        description.get("paths").get(ROOT + "plans/{epci}"),
                        get("plans/" + firstEpci()).body()))
                .isEmpty();

        var altered = (ObjectNode) json(get("budget?size=1"));
        ((ObjectNode) altered.get("items").get(0)).put("inattendu", 1);

        assertThat(errors(description.get("paths").get(ROOT + "budget"), altered.toString()))
                .isNotEmpty();
    }

    @Test
    void goesThroughAllPagesByTheirLinks() {
        var names = new ArrayList<String>();
        String path = ROOT + "rooms?size=40";
        while (!path.isEmpty()) {
            var page = console.nobody().get(path, "Authorization", basic);
            json(page)
                    .get("items")
                    .forEach(room -> names.add(room.get("room_id").asString()));
            var next = NEXT.matcher(Visitor.header(page, "Link"));
            path = next.find() ? next.group(1) : "";
        }

        assertThat(names).doesNotHaveDuplicates().hasSize((int) count("room"));
    }

    @Test
    void answersOnlyWhenSomethingChanged() {
        var first = get("plans?size=1");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = console.nobody().get(ROOT + "plans?size=1", "Authorization", basic, "If-None-Match", tag);
        var table = console.nobody()
                .get(ROOT + "plans?size=1", "Authorization", basic, "If-None-Match", tag, "Accept", "text/csv");

        assertThat(tag)
                .contains(json(first).get("publication").get("result_hash").asString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(table.statusCode()).isEqualTo(200);
    }

    @Test
    void filtersByAField() {
        var epci = firstEpci();

        assertThat(json(get("scores?epci=" + epci)).get("items"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("epci").asString()).isEqualTo(epci));
    }

    @Test
    void tellsWhatIsWrongWithACallWhatIsNotThereAndWhatAFilterKnows() {
        assertProblem(get("scores?epci=rien"), 400, "« epci »", firstEpci());
        assertProblem(get("scores?state=RIEN"), 400, "NOTEE, DONNEES_INSUFFISANTES, FERMEE");
        assertProblem(get("runs?kind=nightly"), 400, "NIGHTLY, REPLAY, PUT_IN_FORCE");
        assertProblem(get("plans?tiers_lieu=rien"), 400, "« tiers_lieu »");
        assertProblem(get("budget?departement=99"), 400, "02, 60, 80");
        assertProblem(get("budget-years?year=bientot"), 400, "« year »");
        assertThat(get("decisions?epci=" + firstEpci()).statusCode()).isEqualTo(200);
        assertThat(get("budget-years?year=2031").statusCode()).isEqualTo(200);

        assertProblem(get("toits"), 404, "« toits »", "rooms");
        assertProblem(get("plans/rien"), 404, "intercommunalité « rien »");
        assertProblem(get("rooms/rien"), 404, "salle « rien »");
        assertProblem(get("runs/N-999999"), 404, "exécution « N-999999 »");
        assertProblem(get("sites/rien"), 404, "lieu « rien »");
        assertProblem(get("budget/rien"), 404, "« budget »", "epci, departement, line");
        assertProblem(get("plans/a/b"), 404, "openapi.json");

        assertProblem(get("plans?page=0"), 400);
        assertProblem(get("plans?size=5001"), 400);
        assertProblem(get("plans?size=x"), 400);
        assertProblem(get("plans?inconnu=1"), 400);
        assertProblem(get("plans?page=1&page=2"), 400);
        assertProblem(get("plans?besoin=%00"), 400);
        assertProblem(console.nobody().get(ROOT + "plans", "Authorization", basic, "Accept", "image/png"), 406);
        assertProblem(console.nobody().get(ROOT + "plans", "Authorization", basic, "Accept", "///"), 400);
        assertProblem(console.nobody().get(ROOT + "plans"), 401);
        assertProblem(console.nobody().get(ROOT + "plans", "Authorization", "Basic !!!"), 401);
        assertThat(get("plans?page=9999").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void saysThatItIsOnlyRead(String method) {
        var answer = console.nobody().ask(method, ROOT + "plans", BodyPublishers.noBody(), "Authorization", basic);
        assertProblem(answer, 405, "GET");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET,HEAD");
        assertProblem(console.nobody().ask(method, ROOT + "plans", BodyPublishers.noBody()), 401);
    }

    @Test
    void givesDecimalsAndNoHundredths() {
        assertThat(get("rooms?size=5000").body() + get("scores").body() + description.get("components"))
                .doesNotContain("hundredths");
        assertThat(get("rooms/DEMO-001").body())
                .contains("\"surface_m2\":76.00", "\"animateur_etp\":0.40", "\"weekly_hours_declared\":35.00");
    }

    @Test
    void givesTablesWithoutAnythingNestedInACell() {
        for (var path : description.get("paths").propertyNames()) {
            if (!path.contains("{")) {
                var table = console.nobody().get(path + "?size=5000", "Authorization", basic, "Accept", "text/csv");

                assertThat(Tree.rows(table.body(), ';'))
                        .as(path)
                        .allSatisfy(row -> assertThat(row.getFields())
                                .noneMatch(cell -> cell.startsWith("{") || cell.startsWith("[")));
            }
        }
    }

    @Test
    void addsUpToTheAidOfThePlans() {
        var plans = console.system()
                .text("select sum((doc->>'aid_total')::numeric)::text from passerelle.current_result"
                        + " where type = 'PLAN' and not withdrawn");
        var lines = Stream.of(json(get("budget?size=5000")).get("items"))
                .flatMap(JsonNode::valueStream)
                .map(row -> row.get("aid"))
                .filter(aid -> !aid.isNull())
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(lines).isEqualByComparingTo(plans);
    }

    @Test
    void saysAsATableWhatItSaysAsJson() {
        var table = console.nobody().get(ROOT + "conversions?size=5000", "Authorization", basic, "Accept", "text/csv");
        var lines = table.body().lines().toList();

        assertThat(Visitor.header(table, "Content-Type")).startsWith("text/csv");
        assertThat(Visitor.header(table, "Content-Disposition")).contains("-reconstitution.csv");
        assertThat(lines.getFirst()).startsWith("room_id;epci;as_of;kind").endsWith("publication_nature");
        assertThat(lines)
                .hasSize(1 + json(get("conversions?size=5000")).get("items").size());
        assertThat(lines.stream().skip(1)).allSatisfy(line -> assertThat(line).endsWith("RECONSTITUTION"));
    }

    /** What is described once is the same in every form. */
    @ParameterizedTest
    @MethodSource("datasets")
    void givesADatasetAsFileCommandPageAndCollection(String name, @TempDir Path folder) {
        Path file = folder.resolve("jeu.csv");
        said(console.system(), "export %s --format csv --output %s", name, file);
        JsonNode listed = Deployments.json(console.system(), "list %s --json", name);
        Visitor reader = console.as(Role.LECTEUR);
        String page = reader.get("/donnees/" + name).body();
        List<String> first = Tree.rows(Tree.read(file), ';').stream()
                .map(row -> row.getField(0))
                .toList();

        assertThat(reader.get("/donnees/" + name + ".csv").body()).isEqualTo(Tree.read(file));
        assertThat(listed.valueStream()
                        .map(row -> row.values().iterator().next().asString()))
                .containsExactlyElementsOf(first);
        assertThat(FIRST_CELL.matcher(page).results().map(cell -> cell.group(1)))
                .containsExactlyElementsOf(first.subList(0, Math.min(PAGE, first.size())));
        assertThat(page)
                .contains(
                        switch (listed.size()) {
                            case 0 -> "Aucune ligne";
                            case 1 -> "Une ligne";
                            default -> FrenchNumbers.whole(listed.size()) + " lignes";
                        });
        if (!CONTRACT.contains(name)) {
            assertThat(json(get(name + "?size=5000")).get("items")).isEqualTo(listed);
        }
    }

    static Stream<String> datasets() {
        return DatasetTables.all().map(Dataset::id);
    }

    @Test
    void findsAndSortsTheRowsOfADataset() {
        Visitor reader = console.as(Role.LECTEUR);
        JsonNode found = Deployments.json(console.system(), "list etapes --json --contains=BLÈSMES");

        assertThat(reader.get("/donnees").body()).contains("href=\"/donnees/etapes\"");
        assertThat(found.size()).isPositive();
        assertThat(reader.get("/donnees/etapes?q=blesmes&tri=distance_m&sens=desc")
                        .body())
                .contains("Blesmes", "aria-sort=\"descending\"");
        assertThat(reader.status("/donnees/frequentation")).isEqualTo(404);
    }

    @Test
    void tellsTheRowsOfAnEpciOrNoneOfOneThatHasNone() {
        Set<String> having = json(get("etapes?size=5000"))
                .get("items")
                .valueStream()
                .map(row -> row.get("epci_siren").asString())
                .collect(Collectors.toSet());
        String one = having.iterator().next();
        String none = Stream.of(console.system()
                        .text("select string_agg(id, ' ') from passerelle.places_as_of('epci', 1000000)")
                        .split(" "))
                .filter(siren -> !having.contains(siren))
                .findFirst()
                .orElseThrow();

        assertThat(json(get("etapes?epci_siren=" + one)).get("items"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("epci_siren").asString()).isEqualTo(one));
        assertThat(json(get("etapes?epci_siren=" + none)).get("items")).isEmpty();
        assertProblem(get("etapes?epci_siren=999999999"), 400, "« epci_siren »");
        assertProblem(get("partage?code_insee=rien"), 400, "« code_insee »");
    }

    @Test
    void opensNoSessionOfItsOwn() {
        var visitor = console.nobody();

        visitor.get(ROOT + "runs", "Authorization", basic);

        assertThat(visitor.session()).isEmpty();
        assertThat(visitor.status(ROOT + "runs")).isEqualTo(401);
        assertThat(console.as(Role.LECTEUR).status(ROOT + "runs")).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return console.nobody().get(ROOT + path, "Authorization", basic);
    }

    private String firstEpci() {
        return json(get("scores?size=1")).get("items").get(0).get("epci").asString();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Visitor.header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).isNotBlank();
        assertThat(words)
                .allSatisfy(word ->
                        assertThat(json(answer).get("detail").asString()).contains(word));
    }

    /** What the description of a path finds wrong in an answer. */
    private List<String> errors(JsonNode path, String answer) {
        var wanted = path.at("/get/responses/200/content/application~1json/schema/$ref")
                .asString();
        var schema = JsonMapper.shared().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$ref", wanted);
        schema.set("components", description.get("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
        return compiled.validate(answer, InputFormat.JSON).stream()
                .map(Object::toString)
                .limit(5)
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
