package dev.slipway.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import dev.slipway.agent.Agent;
import dev.slipway.agent.Agents;
import dev.slipway.agent.Draining;
import dev.slipway.agent.Order;
import dev.slipway.agent.Orders;
import dev.slipway.release.Flaw;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agents: who is there, what each can do and has in hand. */
@Controller
@RequestMapping("/agents")
class AgentsPage {

    private final Agents agents;
    private final Orders orders;

    AgentsPage(Agents agents, Orders orders) {
        this.agents = agents;
        this.orders = orders;
    }

    @GetMapping
    String page(Model model) {
        var work = orders.taken().stream().collect(groupingBy(Order::agent));
        var rows = agents.all().stream()
                .map(agent -> new Row(agent, state(agent), work.getOrDefault(agent.name(), List.of())))
                .collect(partitioningBy(row -> row.work.isEmpty() && agents.isLongGone(row.agent)));
        model.addAttribute("rows", rows.get(false));
        model.addAttribute("gone", rows.get(true));
        model.addAttribute("mayDrain", agents.mayDrain());
        return "agents";
    }

    @PostMapping("/{name}/drain")
    String drain(@PathVariable String name, RedirectAttributes next) {
        var draining = agents.drain(name);
        if (draining instanceof Draining.Refused refused) {
            next.addFlashAttribute(
                    "refusal", refused.flaws().stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else if (draining instanceof Draining.Unknown unknown) {
            next.addFlashAttribute("refusal", "There is no agent " + unknown.name() + ".");
        } else {
            next.addFlashAttribute("notice", "It takes nothing new, finishes what it has, and leaves.");
        }
        return "redirect:/agents";
    }

    private String state(Agent agent) {
        if (agent.state() == Agent.State.GONE) {
            return "left";
        }
        if (!agents.isHere(agent)) {
            return "away";
        }
        return agent.state() == Agent.State.DRAINING ? "leaving" : "here";
    }

    /** @param state here, leaving, left, or away where nothing was heard of it lately */
    record Row(Agent agent, String state, List<Order> work) {}
}
