import { Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type * as shape from '@heard/insight';
import type { SimpleCommand } from '@heard/recovery';
import { By, type Caller } from '../auth/caller.js';
import { Needs, NeedsPerson } from '../auth/needs.js';
import { personAsked } from '../auth/person-asked.js';
import { ReasonDto } from '../dto/case.dto.js';
import { pageOf } from '../dto/page.dto.js';
import {
  DecisionDto,
  DoneDto,
  GroupDto,
  HeardOutDto,
  SplitDto,
  SuggestionDto,
  SuggestionsQuery,
  TellDto,
  TitleDto,
  ToPersonDto,
} from '../dto/registers.dto.js';
import { saidOf } from '../dto/said-of.js';
import { Id, orNotFound } from '../http/id.js';
import { BodyOf, QueryOf } from '../http/validation.js';
import { Operation } from '../operation.js';
import { API_PARTS, type ApiParts } from '../ports/index.js';
import { SuggestionPage, SuggestionView } from '../views/registers.view.js';

/** What customers suggest, from their words to their being told what became of it. */
@ApiTags('suggestions')
@Controller('api/v1/suggestions')
export class SuggestionsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Needs('cases:read', 'viewer')
  @Operation({
    id: 'listSuggestions',
    summary: 'What customers suggest, newest first',
    answers: SuggestionPage,
  })
  list(
    @By() caller: Caller,
    @QueryOf(SuggestionsQuery) query: SuggestionsQuery,
  ): Promise<shape.PageOf<shape.SuggestionItem>> {
    const { state = 'open', assignee, brand: brandId, case: caseId } = query;
    const assigneeId = personAsked(caller, 'assignee', assignee);
    return this.parts.suggestions.list(caller.workspaceId, {
      ...pageOf(query),
      state,
      ...(assigneeId !== undefined && { assigneeId }),
      ...(brandId !== undefined && { brandId }),
      ...(caseId !== undefined && { caseId }),
    });
  }

  @Post()
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'addSuggestion',
    summary: 'Keep a suggestion that a customer made to somebody of the staff',
    status: 201,
    answers: SuggestionView,
  })
  async add(
    @By() caller: Caller,
    @BodyOf(SuggestionDto) asked: SuggestionDto,
  ): Promise<shape.SuggestionView> {
    return this.view(
      caller,
      await this.parts.suggestions.add(caller.workspaceId, { ...asked }, caller.actor),
    );
  }

  @Get(':id')
  @Needs('cases:read', 'viewer')
  @Operation({ id: 'getSuggestion', summary: 'Everything of one suggestion', answers: SuggestionView })
  get(@By() caller: Caller, @Id() id: string): Promise<shape.SuggestionView> {
    return this.view(caller, id);
  }

  @Put(':id/title')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'titleSuggestion', summary: 'Put it in our words', answers: SuggestionView })
  retitle(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(TitleDto) { title }: TitleDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'retitle', title });
  }

  @Post(':id/assign')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'assignSuggestion',
    summary: 'Give it to a person; its review begins',
    answers: SuggestionView,
  })
  assign(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ToPersonDto) { to }: ToPersonDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'assign', to });
  }

  @Post(':id/group')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'groupSuggestion',
    summary: 'Make it a part of another; answers with that one',
    answers: SuggestionView,
  })
  async group(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(GroupDto) { into }: GroupDto,
  ): Promise<shape.SuggestionView> {
    await this.parts.suggestions.group(caller.workspaceId, id, into, caller.actor);
    return this.view(caller, into);
  }

  @Post(':id/split')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'splitSuggestion',
    summary: 'Make another suggestion of some sayings; answers with the new one',
    status: 201,
    answers: SuggestionView,
  })
  async split(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(SplitDto) { voices }: SplitDto,
  ): Promise<shape.SuggestionView> {
    return this.view(
      caller,
      await this.parts.suggestions.split(caller.workspaceId, id, voices, caller.actor),
    );
  }

  @Post(':id/decision')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'decideSuggestion',
    summary: 'Accept or decline it, with the reason',
    answers: SuggestionView,
  })
  decide(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(DecisionDto) { decision, reason }: DecisionDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: decision === 'accepted' ? 'accept' : 'decline', reason });
  }

  @Post(':id/reconsider')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'reconsiderSuggestion',
    summary: 'Take the decision back, with the reason',
    answers: SuggestionView,
  })
  reconsider(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'reconsider', reason });
  }

  @Post(':id/done')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'finishSuggestion', summary: 'Say what was done', answers: SuggestionView })
  finish(
    @By() caller: Caller,
    @Id() id: string,
    @BodyOf(DoneDto) { what }: DoneDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'finish', what });
  }

  @Post(':id/voices/:voiceId/tell')
  @NeedsPerson('manager')
  @Operation({
    id: 'tellSuggester',
    summary: 'Answer one of the people who suggested it: what became of it',
    answers: SuggestionView,
  })
  async tell(
    @By() caller: Caller,
    @Id() id: string,
    @Id('voiceId') voiceId: string,
    @BodyOf(TellDto) { promises, overrule, ...asked }: TellDto,
  ): Promise<shape.SuggestionView> {
    const said = { ...asked, voiceId, ...saidOf({ promises, overrule }) };
    await this.parts.suggestions.tell(caller.workspaceId, id, said, caller.actor);
    return this.view(caller, id);
  }

  @Post(':id/voices/:voiceId/unreachable')
  @Needs('cases:write', 'manager')
  @Operation({ id: 'giveUpSuggester', summary: 'Say why somebody cannot be told', answers: SuggestionView })
  unreachable(
    @By() caller: Caller,
    @Id() id: string,
    @Id('voiceId') voiceId: string,
    @BodyOf(ReasonDto) { reason }: ReasonDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'cannot_tell', voiceId, reason });
  }

  @Post(':id/voices/:voiceId/heard')
  @Needs('cases:write', 'manager')
  @Operation({
    id: 'hearSuggester',
    summary: 'Write down what somebody who was cut off wanted to say',
    answers: SuggestionView,
  })
  heard(
    @By() caller: Caller,
    @Id() id: string,
    @Id('voiceId') voiceId: string,
    @BodyOf(HeardOutDto) { words }: HeardOutDto,
  ): Promise<shape.SuggestionView> {
    return this.act(caller, id, { type: 'hear', voiceId, words });
  }

  private async act(caller: Caller, id: string, command: SimpleCommand): Promise<shape.SuggestionView> {
    await this.parts.suggestions.act(caller.workspaceId, id, command, caller.actor);
    return this.view(caller, id);
  }

  private async view(caller: Caller, id: string): Promise<shape.SuggestionView> {
    return orNotFound(await this.parts.suggestions.get(caller.workspaceId, id));
  }
}
