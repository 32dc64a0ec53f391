package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The demo: everything at fixed ports, in the foreground until it is told to stop. */
public final class Demo {
    /** Neighbours that the demo starts too. */
    private static final List<Neighbour.Factory> NEIGHBOURS = List.of(PscNeighbour::start);

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        DemoArguments settings = arguments(arguments);
        if (settings.help()) {
            System.out.println(DemoArguments.USAGE);
            return;
        }
        Instant begun = Instant.now();
        Project project = Project.find();
        DemoFile file = new DemoFile(project.target().resolve("demo.json"));
        file.delete();
        TestbedBuilder plan = Testbed.builder()
                .project(project)
                .ports(PortPlan.from(settings.portBase()))
                .folder(project.target().resolve("demo"))
                .database(Database.file())
                .front(CardFront.BEST)
                .keep(settings.keep());
        NEIGHBOURS.forEach(plan::neighbour);
        System.out.println("Starting the demo…");
        Testbed testbed = start(plan);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            file.delete();
                            testbed.close();
                            ended.countDown();
                        },
                        "end-demo"));
        file.write(testbed);
        System.out.println(new DemoTable(testbed, Duration.between(begun, Instant.now())).text());
        ended.await();
    }

    private static DemoArguments arguments(String... words) {
        try {
            return DemoArguments.parse(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    /** Threads of the parts would keep a failed demo alive. */
    private static Testbed start(TestbedBuilder plan) {
        try {
            return plan.start();
        } catch (RuntimeException e) {
            System.err.println("The demo could not start.");
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                System.err.println(cause.getMessage());
            }
            System.exit(1);
            throw e;
        }
    }
}
