package dev.slipway;

import dev.slipway.flow.remote.AgentProgram;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs software releases as executable BPMN. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Slipway")
public class Slipway {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("agent")) {
            AgentProgram.run(List.of(arguments).subList(1, arguments.length));
        } else {
            SpringApplication.run(Slipway.class, arguments);
        }
    }
}
