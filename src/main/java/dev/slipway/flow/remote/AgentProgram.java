package dev.slipway.flow.remote;

import dev.slipway.deployment.DeploymentProperties;
import dev.slipway.deployment.spi.Leavings;
import dev.slipway.deployment.spi.Target;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** Started as {@code java -jar slipway.jar agent …}. */
public final class AgentProgram {

    private static final Logger LOG = LoggerFactory.getLogger(AgentProgram.class);
    private static final String ADAPTERS = "dev.slipway.deployment";

    private AgentProgram() {}

    /** Works until it is asked to leave, by a signal or by Slipway. */
    public static void run(List<String> words) {
        AgentOptions options;
        try {
            options = AgentOptions.of(words, System.getenv());
        } catch (IllegalArgumentException flawed) {
            System.err.println(flawed.getMessage() + "\n\n" + AgentOptions.USAGE);
            System.exit(2);
            return;
        }
        var logging = LoggingSystem.get(AgentProgram.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel("org.camunda.bpm.client", LogLevel.WARN);
        try (var context = adapters(options)) {
            var wire = new Wire(options);
            var store = new Store(options.folder().resolve("artifacts"), wire);
            var shift = new WorkShift(options, wire, store, context.getBean(Leavings.class), crafts(context));
            LOG.info("{} works for {} on {}", options.name(), options.server(), options.topics());
            shift.work();
        }
    }

    private static Map<String, Craft> crafts(AnnotationConfigApplicationContext context) {
        var adapters = List.copyOf(context.getBeansOfType(Target.class).values());
        var asking = new Asking(adapters);
        var crafts = new TreeMap<String, Craft>();
        for (var step : List.of("deploy", "install-beside", "shift-traffic", "remove-old", "restore")) {
            crafts.put(step, new Moving(adapters));
        }
        crafts.put("probe", new Probing(adapters));
        crafts.put("smoke-check", new SmokeChecking(asking));
        crafts.put("watch", new Watching(asking, Clock.systemUTC()));
        return crafts;
    }

    /** The adapters and nothing else: no database, no engine, no web server. */
    private static AnnotationConfigApplicationContext adapters(AgentOptions options) {
        var settings = new MapConfigurationPropertySource(Map.of(
                "slipway.deployment.runs", options.folder().resolve("runs").toString()));
        var properties =
                new Binder(settings).bindOrCreate("slipway.deployment", Bindable.of(DeploymentProperties.class));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(DeploymentProperties.class, () -> properties);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(Pattern.quote(ADAPTERS) + "\\.[A-Z].*")));
        scanner.scan(ADAPTERS);
        context.refresh();
        return context;
    }
}
