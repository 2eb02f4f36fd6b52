package dev.slipway.flow.life;

import dev.slipway.calendar.CalendarEvent;
import dev.slipway.release.RiskEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever waits for clearance asks again when the calendar or a risk register has changed. */
@Component
class Wakings {

    private final Clearances clearances;

    Wakings(Clearances clearances) {
        this.clearances = clearances;
    }

    @EventListener
    void on(CalendarEvent event) {
        if (event.changesClearance()) {
            clearances.changed();
        }
    }

    @EventListener
    void on(RiskEvent changed) {
        clearances.changed();
    }
}
