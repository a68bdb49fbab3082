package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the house weighs may only fall, and nobody lowers it by moving code next door. */
class HouseTest {

    private static final String ALL = "all **";

    private final SortedMap<String, String> files = new TreeMap<>();

    @Test
    void weighsNoMoreThanIsWritten() {
        House house = House.ofTree();

        System.out.println(House.movement());
        FallingFigures.hold("figures.txt", house.figures(FallingFigures.text("capabilities.txt")), house::parts);
    }

    @Test
    void knowsTheCapabilityOfEachFile() {
        assertThat(House.ofTree().unpriced(FallingFigures.text("capabilities.txt")))
                .isEmpty();
    }

    @Test
    void seesATenant() {
        source("shared", "Tenant", "class Tenant {\n}\n");
        source("shared", "Door", "/** {@link Tenant} */\nclass Door {}\n");
        source("cli", "Command", "class Command { Tenant tenant; Door door; }\n");
        source("console", "Page", "class Page { Door door; }\n");
        source("dev/local", "Tool", "class Tool { Tenant tenant; }\n");

        assertThat(figures()).containsEntry("tenancy", 2L);
        assertThat(new House(files).parts("tenancy")).contains("2 shared in all", "2 shared Tenant for [cli]");

        source("shared", "Door", "class Door { Tenant tenant; }\n");
        assertThat(figures()).containsEntry("tenancy", 0L);
    }

    @Test
    void seesRecordsThatSayTheSame() {
        source("cli", "Plan", "record Plan(int id, @Of(\"a, b\") String who, Map<String, Long> counts, long why) {}\n");
        source("console", "View", "record View(int why, int id, int who, int counts, int page) {}\n");
        source("batch", "Other", "record Other(int why, int id, int who, int title) {}\n");
        source("cli", "Wide", "record Wide(int a, int b, int c, int d, int e, int f) {}\n");
        source("batch", "Far", "record Far(int a, int b, int c, int d, int g, int h) {}\n");

        assertThat(figures()).containsEntry("shape", 1L);
        assertThat(new House(files).parts("shape")).contains("4 Plan = View");
    }

    @Test
    void seesAClassInDisguise() {
        source("cli", "Amount", "record Amount(long euros) {\n    record Part(long euros) {}\n}\n");
        source("cli", "Pair", "record Pair(long euros, long cents) {}\n");

        assertThat(figures()).containsEntry("wrapped", 1L);
        assertThat(new House(files).parts("wrapped")).isEqualTo("\n  3 Amount");
    }

    @Test
    void seesAFlatPackage() {
        source("cli", "package-info", "package cli;\n");
        IntStream.range(0, 60).forEach(i -> source("cli", "Type" + i, "class Type" + i + " {}\n"));
        assertThat(figures()).containsEntry("flat", 0L);

        source("cli", "Type60", "class Type60 {}\n");
        assertThat(figures()).containsEntry("flat", 1L).containsEntry("types", 61L);
        assertThat(new House(files).parts("flat")).contains("61 cli/src/main/java");
    }

    @Test
    void countsLinesAndWords() {
        source("cli", "Type", "class Type {\n}\n");
        source("dev/local", "Tool", "class Tool {}\n");
        files.put("cli/src/test/java/TypeTest.java", "class TypeTest {\n\n}\n");
        files.put("README.md", "Un\u00a0mot de plus.\n");
        files.put("docs/a/page.md", "Two words.\n");
        files.put("dev/demo/README.md", "Not counted.\n");

        assertThat(figures())
                .containsEntry("main_lines", 3L)
                .containsEntry("product_lines", 2L)
                .containsEntry("test_lines", 3L)
                .containsEntry("docs_words", 6L)
                .containsEntry("readme_words", 4L);
    }

    @Test
    void pricesACapabilityOverAllModules() {
        files.put("cli/src/main/java/tour/Command.java", "1\n2\n");
        files.put("console/src/main/resources/tour/page.html", "1\n");
        files.put("console/src/main/resources/tour/picture.png", "");
        files.put("console/src/test/java/PageTest.java", "1\n2\n3\n");
        String table = "# a remark\ncalendar **/tour/**\npages console/**\nnone nowhere/**\nlast console/src/test/**\n";

        assertThat(new House(files).figures(table))
                .containsEntry("price.calendar", 3L)
                .containsEntry("price.pages", 3L);
        assertThat(new House(files).unpriced(table))
                .containsExactlyInAnyOrder("no file: none nowhere/**", "no file: last console/src/test/**");
        assertThat(new House(files).unpriced("calendar **/tour/**"))
                .containsExactly("no capability: console/src/test/java/PageTest.java");
    }

    @Test
    void letsFiguresFallAlone() {
        Map<String, Long> written = FallingFigures.parsed("a b 100\nless 300\nsame 5\ngone 1\n");
        Map<String, Long> measured = Map.of("a b", 101L, "less", 296L, "same", 5L, "came", 2L);

        assertThat(FallingFigures.faults(written, measured, name -> " See " + name + "."))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).isEqualTo("a b is 101, above 100. See a b."),
                        fault -> assertThat(fault).startsWith("came is 2, above 0"),
                        fault -> assertThat(fault).startsWith("less fell from 300 to 296"),
                        fault -> assertThat(fault).startsWith("gone fell from 1 to 0"));
        assertThat(FallingFigures.faults(Map.of("a", 300L), Map.of("a", 298L), name -> ""))
                .isEmpty();
        assertThat(FallingFigures.lowered(written, measured)).isEqualTo(Map.of("a b", 100L, "less", 296L, "same", 5L));
    }

    private void source(String module, String type, String text) {
        files.put(module + "/src/main/java/" + type + ".java", text);
    }

    private Map<String, Long> figures() {
        return new House(files).figures(ALL);
    }
}
