package dev.slipway.flow.door;

/** Marks the thread that serves a request to Camunda's own interfaces: whatever changes the engine there is done by somebody, never by Slipway itself. */
public final class CamundaRequest {

    private static final ThreadLocal<Boolean> SERVED = ThreadLocal.withInitial(() -> false);

    private CamundaRequest() {}

    public static void begin() {
        SERVED.set(true);
    }

    public static void end() {
        SERVED.remove();
    }

    static boolean isServed() {
        return SERVED.get();
    }
}
