package dev.slipway.approval;

import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.spi.Foresight;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the opening of a release which of its approvals nobody could give, and puts it on record. */
@Component
class Foreseeing implements Foresight {

    private final Outlook outlook;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;

    Foreseeing(Outlook outlook, Neighbours neighbours, ApplicationEventPublisher events) {
        this.outlook = outlook;
        this.neighbours = neighbours;
        this.events = events;
    }

    @Override
    public List<String> warnings(ReleaseId release) {
        return neighbours
                .subject(release)
                .filter(subject -> !subject.release().state().ended())
                .map(outlook::warnings)
                .orElse(List.of());
    }

    @EventListener
    void on(ReleaseEvent.Opened opened) {
        var warnings = warnings(opened.release());
        if (!warnings.isEmpty()) {
            events.publishEvent(new Unreachable(opened.release(), warnings));
        }
    }

    /** A release was opened although some of its approvals cannot be given as things are. */
    record Unreachable(ReleaseId release, List<String> warnings) implements Journaled {

        @Override
        public String chain() {
            return release.value();
        }

        @Override
        public String act() {
            return "approval.quorum-unreachable";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("warnings", warnings.size());
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("warnings", warnings);
        }
    }
}
