package fr.passerelle.bench;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a contender is given. Each is a process of its own, cold as a night is: it does its work once and prints, on its last line, what it
 * did.
 *
 * @param rows of the file of sessions
 * @param url JDBC address of a database that is its own
 * @param kafka where Kafka is, asked by an account that may do everything
 * @param registry root of the registry's addresses
 * @param topic the log to read or to write
 * @param folder where it may write
 */
record Work(
        Path attendance,
        long rows,
        String url,
        String user,
        String password,
        KafkaAccess kafka,
        String registry,
        String topic,
        Path folder) {

    /** What the last line begins with. */
    static final String RESULT = "RESULT ";

    /** Of what cannot know the sum of what it passed on. */
    static final long UNKNOWN = -1;

    /**
     * What a contender did.
     *
     * @param presences their sum; {@link #UNKNOWN} where it cannot know
     * @param from when what counts began, in milliseconds since 1970
     * @param to when it was done
     */
    record Outcome(long rows, long presences, long from, long to) {}

    static Work of(DrawnFiles file, Deployment own, String topic, Path folder) {
        var servers = own.endpoints();
        return new Work(
                file.attendance(),
                file.sum().rows(),
                servers.postgresUrl(),
                servers.owner().user(),
                servers.owner().password(),
                servers.administrator(),
                servers.registryUrl(),
                topic,
                folder);
    }

    /** Arguments: the contender, the file of its work. */
    public static void main(String[] arguments) throws Exception {
        Work work = JsonMapper.shared().readValue(Files.readString(Path.of(arguments[1])), Work.class);
        Outcome done = switch (MeasureKind.valueOf(arguments[0])) {
            case CONSUME -> BareConsumer.ofMonths(work);
            case CONSUME_ROWS -> BareConsumer.ofRows(work);
            case STREAMS -> new StreamsByTheBook().run(work);
            case TEXTBOOK -> TextbookJobConfiguration.run(work, false);
            case TEXTBOOK_TUNED -> TextbookJobConfiguration.run(work, true);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        System.out.println();
        System.out.println(RESULT + JsonMapper.shared().writeValueAsString(done));
        System.exit(0);
    }
}
